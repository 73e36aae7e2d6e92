using Graflow.CompilerServices;

namespace Graflow.Engine;

/// <summary><c>x.ForEach()</c>: a plan of its own, once per element.</summary>
internal abstract class MapVertex(VertexSite site, FlowPlan body, int maxConcurrency, GroupPolicy policy) : Vertex(site)
{
    internal FlowPlan Body { get; } = body;

    internal int MaxConcurrency { get; } = maxConcurrency;

    internal GroupPolicy Policy { get; } = policy;

    internal override bool Interrupts => Policy is StrictPolicy { CancelsOnFailure: true };
}

/// <summary><c>x.ForEach()</c>, typed.</summary>
internal sealed class MapVertex<TIn, TElement, TResult>(
    VertexSite site, FlowPlan body, int source, ForEachExpression<TIn, TElement, TResult> expression)
    : MapVertex(site, body, expression.MaxConcurrency, expression.Settings.Policy ?? GroupPolicy.Strict)
{
    internal int Source { get; } = source;

    internal Func<Outcome<TElement>, TResult> Collect { get; } = expression.Collect;

    internal override bool HoldsReferences => true;

    internal override VertexState CreateState(Frame frame) => new MapState<TIn, TElement, TResult>(frame, this);

    internal override VertexStructure Structure(PayloadShapes shapes, bool isEnd) => new()
    {
        Kind = VertexKinds.Map,
        Name = expression.Settings.Name ?? "",
        Values = [Source],
        Rule = VertexStructure.RuleOf(Policy),
        Body = Body,
        Output = isEnd ? shapes.Of<IReadOnlyList<TResult>>() : "",
    };
}
