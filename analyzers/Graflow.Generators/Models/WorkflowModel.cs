namespace Graflow.Generators.Models;

/// <summary>One <c>[Workflow]</c> member.</summary>
/// <param name="Name">The workflow's name.</param>
/// <param name="Input">What it takes, as a type argument.</param>
/// <param name="Output">What it yields, as a type argument.</param>
/// <param name="Member">The expression that reads the member.</param>
internal sealed record WorkflowModel(string Name, string Input, string Output, string Member)
{
    /// <summary>The types of the elements of the tuple that it takes; empty where it takes none.</summary>
    public EquatableArray<string> InputElements { get; init; }

    /// <summary>Which elements of the input may be null; 0 stands for an input that is no tuple.</summary>
    public EquatableArray<int> NullableInputs { get; init; }

    /// <summary>The names of the elements of the tuple that it takes; empty where it takes none, or one without names.</summary>
    public EquatableArray<string> InputNames { get; init; }

    /// <summary>The names of the elements of the tuple that it yields; empty where it yields none, or one without names.</summary>
    public EquatableArray<string> OutputNames { get; init; }
}
