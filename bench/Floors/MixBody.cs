namespace Graflow.Bench.Floors;

internal sealed class MixBody : VertexBody
{
    public override int Invoke(int[] values, ReadOnlySpan<int> parents) => Bodies.Mix(values[parents[0]], values[parents[1]], values[parents[2]]);
}
