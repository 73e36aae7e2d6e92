namespace Graflow.Bench.Floors;

internal sealed class VertexWorkItem(ReadyCounterRun run, int vertex) : IThreadPoolWorkItem
{
    public void Execute() => run.Advance(vertex);
}
