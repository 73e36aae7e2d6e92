namespace Graflow;

/// <summary>What <c>|</c> yields: branches that all take the same input and run in parallel; their outputs are a tuple in branch order. Immutable, safe to share between threads.</summary>
/// <typeparam name="TIn">What every branch takes.</typeparam>
/// <typeparam name="TOut">The tuple of what the branches yield.</typeparam>
public sealed class ParallelGroup<TIn, TOut> : IGroup<TIn, TOut>
{
    private readonly GroupExpression _expression;

    internal ParallelGroup(GroupExpression expression) => _expression = expression;

    FlowExpression IExecutable.Expression => _expression;

    /// <summary>Names the group in errors, events and pictures.</summary>
    /// <exception cref="FlowDefinitionException">The name is empty or has one of <c>/ # [ ] !</c>.</exception>
    public ClosedGroup<TIn, TOut> Named(string name) => new(Group.Configure(_expression, name));

    /// <summary>Says where the group's branches run.</summary>
    public ClosedGroup<TIn, TOut> WithExecution(Execution execution) => new(Group.Configure(_expression, execution));

    /// <summary>Says when the group succeeds, with all branches; what it yields stays the same.</summary>
    public PolicyGroup<TIn, TOut> WithPolicy(StrictPolicy policy) => new(_expression.With(Group.Judged(_expression, policy)));

    /// <summary>The group as text, cut to a length that a message can hold.</summary>
    public override string ToString() => FlowText.Describe(_expression);
}
