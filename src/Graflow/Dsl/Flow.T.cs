namespace Graflow;

/// <summary>What <c>&gt;&gt;</c> yields: a value that says what runs after what. Immutable, safe to share between threads and runs; combining flows costs the same whatever their size.</summary>
/// <typeparam name="TIn">What it takes; <see cref="Unit"/> for nothing.</typeparam>
/// <typeparam name="TOut">What it yields.</typeparam>
public sealed class Flow<TIn, TOut> : IExecutable<TIn, TOut>
{
    private readonly FlowExpression _expression;

    internal Flow(FlowExpression expression) => _expression = expression;

    FlowExpression IExecutable.Expression => _expression;

    /// <summary>Lets a task stand where a flow is wanted.</summary>
    public static implicit operator Flow<TIn, TOut>(TaskNode<TIn, TOut> node) => new(Operand.Expression(node, nameof(node)));

    /// <summary>Lets a group stand where a flow is wanted.</summary>
    public static implicit operator Flow<TIn, TOut>(ParallelGroup<TIn, TOut> group) => new(Operand.Expression(group, nameof(group)));

    /// <summary>Lets a group with settings stand where a flow is wanted.</summary>
    public static implicit operator Flow<TIn, TOut>(ClosedGroup<TIn, TOut> group) => new(Operand.Expression(group, nameof(group)));

    /// <summary>Lets a group with a policy stand where a flow is wanted.</summary>
    public static implicit operator Flow<TIn, TOut>(PolicyGroup<TIn, TOut> group) => new(Operand.Expression(group, nameof(group)));

    /// <summary>The flow as text, cut to a length that a message can hold.</summary>
    public override string ToString() => FlowText.Describe(_expression);
}
