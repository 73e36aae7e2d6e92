namespace Graflow;

/// <summary>A task where it stands in a flow, as it would run.</summary>
/// <param name="Path">Instance path and id, such as <c>eu/Orders.Fetch</c>.</param>
/// <param name="Id">The task's id, such as <c>Orders.Fetch</c>.</param>
/// <param name="InputType">What it takes; <see cref="Unit"/> for nothing.</param>
/// <param name="OutputType">What it yields; <see cref="Unit"/> for nothing.</param>
public sealed record FlowTask(string Path, string Id, Type InputType, Type OutputType)
{
    /// <summary>The names of the parameters that make up the input, in order.</summary>
    public required IReadOnlyList<string> Parameters { get; init; }

    /// <summary>How it runs here, options of <c>With</c> included; a copy.</summary>
    public required TaskOptions Options { get; init; }

    /// <summary>Ids of the tasks that the body names in <c>Next.To</c>.</summary>
    public required IReadOnlyList<string> NextTargets { get; init; }

    /// <summary>The assembly that declares the task; empty for a lambda.</summary>
    public required string Assembly { get; init; }

    /// <summary>Whether it takes the flow's own input.</summary>
    public bool TakesFlowInput { get; init; }

    /// <summary>Whether it runs once for each element of a list.</summary>
    public bool IsInForEach { get; init; }
}
