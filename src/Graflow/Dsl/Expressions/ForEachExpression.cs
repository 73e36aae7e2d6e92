namespace Graflow.Dsl;

/// <summary><c>x.ForEach(maxConcurrency)</c>: x once per element, results in input order.</summary>
internal abstract class ForEachExpression(FlowExpression body, int maxConcurrency, GroupSettings settings) : ConfiguredExpression(settings)
{
    internal FlowExpression Body { get; } = body;

    internal int MaxConcurrency { get; } = maxConcurrency;

    internal override bool TakesUnit => false;

    /// <summary>The body's plan: a scope of its own, in which no node is one of the outer flow's.</summary>
    internal abstract FlowPlan CompileBody(string path);

    internal abstract Vertex CreateVertex(VertexSite site, FlowPlan body, int source);
}

/// <summary><c>x.ForEach(maxConcurrency)</c>, typed.</summary>
/// <typeparam name="TIn">An element.</typeparam>
/// <typeparam name="TElement">What the body yields for an element.</typeparam>
/// <typeparam name="TResult">What is collected for an element: its value, or an <see cref="Outcome{T}"/> under a tolerant policy.</typeparam>
internal sealed class ForEachExpression<TIn, TElement, TResult>(
    FlowExpression body, int maxConcurrency, GroupSettings settings, Func<Outcome<TElement>, TResult> collect)
    : ForEachExpression(body, maxConcurrency, settings)
{
    internal Func<Outcome<TElement>, TResult> Collect { get; } = collect;

    internal override FlowPlan CompileBody(string path) => PlanCompiler.Compile<TIn>(Body, path);

    internal override Vertex CreateVertex(VertexSite site, FlowPlan body, int source) =>
        new MapVertex<TIn, TElement, TResult>(site, body, source, this);

    internal override ForEachExpression<TIn, TElement, TResult> With(GroupSettings settings) => new(Body, MaxConcurrency, settings, Collect);
}
