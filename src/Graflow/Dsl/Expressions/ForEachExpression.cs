namespace Graflow.Dsl;

/// <summary><c>x.ForEach(maxConcurrency)</c>: x once per element, results in input order.</summary>
internal abstract class ForEachExpression(FlowExpression body, int maxConcurrency, GroupSettings settings) : ConfiguredExpression(settings)
{
    internal FlowExpression Body { get; } = body;

    internal int MaxConcurrency { get; } = maxConcurrency;

    internal override bool TakesUnit => false;
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

    internal override ForEachExpression<TIn, TElement, TResult> With(GroupSettings settings) => new(Body, MaxConcurrency, settings, Collect);
}
