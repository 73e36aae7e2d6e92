namespace Graflow;

/// <summary>A group with a name, a policy or an execution: a <c>|</c> after it nests it as one branch, so that its settings stay its own.</summary>
/// <typeparam name="TIn">What every branch takes.</typeparam>
/// <typeparam name="TOut">What the group yields: a tuple or a list of values, or of <see cref="Outcome{T}"/> under a tolerant policy.</typeparam>
public sealed class ClosedGroup<TIn, TOut> : IParallelGroup<TIn, TOut>
{
    private readonly FlowExpression _expression;

    internal ClosedGroup(FlowExpression expression) => _expression = expression;

    FlowExpression IExecutable.Expression => _expression;

    /// <summary>The group as text, cut to a length that a message can hold.</summary>
    public override string ToString() => FlowText.Describe(_expression);
}
