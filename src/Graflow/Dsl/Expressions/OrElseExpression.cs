namespace Graflow.Dsl;

/// <summary><c>x.OrElse(y)</c>: y runs with the same input if x fails.</summary>
internal abstract class OrElseExpression(FlowExpression primary, FlowExpression fallback) : FlowExpression
{
    internal FlowExpression Primary { get; } = primary;

    internal FlowExpression Fallback { get; } = fallback;

    internal override bool TakesUnit { get; } = primary.TakesUnit && fallback.TakesUnit;
}

/// <summary><c>x.OrElse(y)</c>, typed.</summary>
internal sealed class OrElseExpression<TIn, TOut>(FlowExpression primary, FlowExpression fallback) : OrElseExpression(primary, fallback);
