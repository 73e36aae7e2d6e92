using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A <c>[Workflow]</c> member. The flow is read when it is first asked for, not at start-up.</summary>
/// <param name="Name">The workflow's name.</param>
/// <param name="InputType">What the flow takes.</param>
/// <param name="OutputType">What the flow yields.</param>
/// <param name="Flow">Reads the member.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract record WorkflowRegistration(string Name, Type InputType, Type OutputType, Func<IExecutable> Flow)
{
    /// <summary>The names of the elements, if the flow takes a tuple that names them; else empty.</summary>
    public IReadOnlyList<string> InputNames { get; init; } = [];

    /// <summary>The names of the elements, if the flow yields a tuple that names them; else empty.</summary>
    public IReadOnlyList<string> OutputNames { get; init; } = [];

    /// <summary>Which elements of the input may be null; 0 stands for an input that is no tuple.</summary>
    public IReadOnlyList<int> NullableInputs { get; init; } = [];

    /// <summary>Hands the flow over with its types, so that whoever finds a workflow by its name can start it without reflection.</summary>
    public abstract TResult Accept<TResult>(IWorkflowVisitor<TResult> visitor);
}

/// <summary>A <c>[Workflow]</c> member, typed.</summary>
/// <typeparam name="TIn">What the flow takes.</typeparam>
/// <typeparam name="TOut">What the flow yields.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record WorkflowRegistration<TIn, TOut> : WorkflowRegistration
{
    private readonly Func<IExecutable<TIn, TOut>> _flow;

    /// <summary>Creates the registration.</summary>
    /// <param name="name">The workflow's name.</param>
    /// <param name="flow">Reads the member.</param>
    public WorkflowRegistration(string name, Func<IExecutable<TIn, TOut>> flow)
        : base(name, typeof(TIn), typeof(TOut), flow) => _flow = flow;

    /// <summary>Makes the input of its elements, if the flow takes a tuple; else null.</summary>
    public Func<object?[], TIn>? FromElements { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IWorkflowVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.Visit(this, _flow());
    }
}
