namespace Graflow.Bench.Floors;

internal sealed class StepBody : VertexBody
{
    public override int Invoke(int[] values, ReadOnlySpan<int> parents) => Bodies.Step(values[parents[0]]);
}
