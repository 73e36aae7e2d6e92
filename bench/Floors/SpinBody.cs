namespace Graflow.Bench.Floors;

internal sealed class SpinBody(TimeSpan duration) : VertexBody
{
    public override int Invoke(int[] values, ReadOnlySpan<int> parents) => Spinner.Spin(values[parents[0]], duration);
}
