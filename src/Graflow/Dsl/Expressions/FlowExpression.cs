namespace Graflow.Dsl;

/// <summary>A node of the tree that operators build. Identity is by reference; the plan compiler reads it.</summary>
internal abstract class FlowExpression
{
    private PlanCache? _plans;

    /// <summary>The expression as the operators that built it.</summary>
    public override string ToString() => FlowText.Describe(this);

    /// <summary>The plan for inputs of a type; compiled when first asked for.</summary>
    internal FlowPlan PlanFor<TIn>() => (_plans ?? Interlocked.CompareExchange(ref _plans, new PlanCache(this), null) ?? _plans).For<TIn>();

    /// <summary>Whether it takes <see cref="Unit"/>: what comes before it orders it and passes no value.</summary>
    internal abstract bool TakesUnit { get; }
}
