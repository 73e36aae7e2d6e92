namespace Graflow.Bench.Floors;

internal sealed class CellBody : VertexBody
{
    public override int Invoke(int[] values, ReadOnlySpan<int> parents) => Bodies.Cell(values[parents[0]], values[parents[1]]);
}
