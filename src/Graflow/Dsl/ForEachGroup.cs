namespace Graflow;

/// <summary>What <c>ForEach</c> yields: a body that runs once for each element of a list; the results stand in the elements' order. Immutable, safe to share between threads.</summary>
/// <typeparam name="TIn">An element.</typeparam>
/// <typeparam name="TOut">What the body yields for an element.</typeparam>
public sealed class ForEachGroup<TIn, TOut> : IExecutable<IReadOnlyList<TIn>, IReadOnlyList<TOut>>
{
    private readonly ForEachExpression _expression;

    internal ForEachGroup(ConfiguredExpression expression) => _expression = (ForEachExpression)expression;

    FlowExpression IExecutable.Expression => _expression;

    /// <summary>Lets a map stand where a flow is wanted.</summary>
    public static implicit operator Flow<IReadOnlyList<TIn>, IReadOnlyList<TOut>>(ForEachGroup<TIn, TOut> group) => new(Operand.Expression(group, nameof(group)));

    /// <summary>Names the map in errors, events and pictures; a later name replaces it.</summary>
    /// <exception cref="FlowDefinitionException">The name is empty or has one of <c>/ # [ ] !</c>.</exception>
    public ForEachGroup<TIn, TOut> Named(string name) => new(Group.Configure(_expression, name));

    /// <summary>Says where the body runs; a later execution replaces it.</summary>
    public ForEachGroup<TIn, TOut> WithExecution(Execution execution) => new(Group.Configure(_expression, execution));

    /// <summary>Says when the map succeeds, with all elements; what it yields stays the same.</summary>
    public PolicyGroup<IReadOnlyList<TIn>, IReadOnlyList<TOut>> WithPolicy(StrictPolicy policy) =>
        new(_expression.With(Judged(policy)));

    /// <summary>Lets elements fail: an outcome for each element.</summary>
    /// <exception cref="FlowDefinitionException">The policy names branches; elements have no names (GRF108).</exception>
    public PolicyGroup<IReadOnlyList<TIn>, IReadOnlyList<Outcome<TOut>>> WithPolicy(TolerantPolicy policy) =>
        new(new ForEachExpression<TIn, TOut, Outcome<TOut>>(_expression.Body, _expression.MaxConcurrency, Judged(policy), static outcome => outcome));

    /// <summary>The map as text, cut to a length that a message can hold.</summary>
    public override string ToString() => FlowText.Describe(_expression);

    private GroupSettings Judged(GroupPolicy policy)
    {
        Operand.Setting(policy, "policy");
        if (policy is CriticalPolicy)
        {
            throw new FlowDefinitionException($"{policy} names branches, and the elements of {FlowText.GroupName(_expression)} have no names. Use AtLeast or AtMostFailed.", "GRF108");
        }

        return _expression.Settings with { Policy = policy };
    }
}
