namespace Graflow.Plans;

/// <summary>An expression that is being turned into vertices, and what its operands gave so far.</summary>
internal sealed class PlanStep(FlowExpression expression, PlanRegion region, int input)
{
    internal FlowExpression Expression { get; } = expression;

    internal PlanRegion Region { get; } = region;

    /// <summary>The vertex whose value goes in, or which only comes before where the expression takes <see cref="Unit"/>.</summary>
    internal int Input { get; } = input;

    internal (FlowExpression Expression, PlanRegion Region, int Input) Key => (Expression, Region, Input);

    /// <summary>The operands' outputs, in the order in which they were asked for.</summary>
    internal List<int> Results { get; } = [];

    /// <summary>A vertex that the step made before its last operand.</summary>
    internal int Inner { get; set; } = -1;

    internal int Output { get; private set; } = -1;

    internal PlanStep Operand(FlowExpression operand, PlanRegion? region = null, int? from = null) =>
        new(operand, region ?? Region, from ?? Input);

    internal PlanStep? Done(int output)
    {
        Output = output;
        return null;
    }
}
