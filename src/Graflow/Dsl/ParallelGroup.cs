namespace Graflow;

/// <summary>What <c>|</c> yields: branches that all take the same input and run in parallel; their outputs are a tuple in branch order.</summary>
/// <typeparam name="TIn">What every branch takes.</typeparam>
/// <typeparam name="TOut">The tuple of what the branches yield.</typeparam>
public sealed class ParallelGroup<TIn, TOut> : IGroup<TIn, TOut>
{
    private readonly GroupExpression _expression;

    internal ParallelGroup(GroupExpression expression) => _expression = expression;

    FlowExpression IExecutable.Expression => _expression;

    /// <summary>The group as text, cut to a length that a message can hold.</summary>
    public override string ToString() => FlowText.Describe(_expression);
}
