namespace Graflow.Bench.Floors;

internal sealed class SumBody : VertexBody
{
    public override int Invoke(int[] values, ReadOnlySpan<int> parents)
    {
        var sum = 0;
        foreach (var parent in parents)
        {
            sum = unchecked((sum * 31) + values[parent]);
        }

        return sum;
    }
}
