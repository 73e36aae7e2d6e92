namespace Graflow;

/// <summary>A group with a name or an execution, or a list of branches: a <c>|</c> after it nests it as one branch, so that its settings stay its own. Immutable, safe to share between threads.</summary>
/// <typeparam name="TIn">What every branch takes.</typeparam>
/// <typeparam name="TOut">What the group yields: a tuple or a list of values.</typeparam>
public sealed class ClosedGroup<TIn, TOut> : IParallelGroup<TIn, TOut>
{
    private readonly GroupExpression _expression;

    internal ClosedGroup(ConfiguredExpression expression) => _expression = (GroupExpression)expression;

    FlowExpression IExecutable.Expression => _expression;

    /// <summary>Names the group in errors, events and pictures; a later name replaces it.</summary>
    /// <exception cref="FlowDefinitionException">The name is empty or has one of <c>/ # [ ] !</c>.</exception>
    public ClosedGroup<TIn, TOut> Named(string name) => new(Group.Configure(_expression, name));

    /// <summary>Says where the group's branches run; a later execution replaces it.</summary>
    public ClosedGroup<TIn, TOut> WithExecution(Execution execution) => new(Group.Configure(_expression, execution));

    /// <summary>Says when the group succeeds, with all branches; what it yields stays the same.</summary>
    public PolicyGroup<TIn, TOut> WithPolicy(StrictPolicy policy) => new(_expression.With(Group.Judged(_expression, policy)));

    /// <summary>The group as text, cut to a length that a message can hold.</summary>
    public override string ToString() => FlowText.Describe(_expression);
}
