namespace Graflow;

/// <summary>A group, a <c>ForEach</c> or a list of branches with a policy: a second policy would contradict the first, and a <c>|</c> after it nests it as one branch. Immutable, safe to share between threads.</summary>
/// <typeparam name="TIn">What it takes.</typeparam>
/// <typeparam name="TOut">What it yields: a tuple or a list of values, or of <see cref="Outcome{T}"/> under a tolerant policy.</typeparam>
public sealed class PolicyGroup<TIn, TOut> : IExecutable<TIn, TOut>
{
    private const string SecondPolicy = "The group has a policy already. Remove one of the two, or nest a group of its own for the second.";

    private readonly ConfiguredExpression _expression;

    internal PolicyGroup(ConfiguredExpression expression) => _expression = expression;

    FlowExpression IExecutable.Expression => _expression;

    /// <summary>Names the group in errors, events and pictures; a later name replaces it.</summary>
    /// <exception cref="FlowDefinitionException">The name is empty or has one of <c>/ # [ ] !</c>.</exception>
    public PolicyGroup<TIn, TOut> Named(string name) => new(Group.Configure(_expression, name));

    /// <summary>Says where the group's branches run; a later execution replaces it.</summary>
    public PolicyGroup<TIn, TOut> WithExecution(Execution execution) => new(Group.Configure(_expression, execution));

    /// <summary>A second policy: GRF108.</summary>
    [Obsolete(SecondPolicy, error: true, DiagnosticId = "GRF108", UrlFormat = RuleHelp.UrlFormat)]
    public PolicyGroup<TIn, TOut> WithPolicy(GroupPolicy policy) => throw new FlowDefinitionException(SecondPolicy, "GRF108");

    /// <summary>The group as text, cut to a length that a message can hold.</summary>
    public override string ToString() => FlowText.Describe(_expression);
}
