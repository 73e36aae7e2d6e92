namespace Graflow.Bench.Floors;

internal sealed class LoopWorkItem(ILoopBody body, int start) : IThreadPoolWorkItem
{
    private readonly TaskCompletionSource<double> _completion = new();

    public Task<double> Completion => _completion.Task;

    public void Execute()
    {
        var x = start;
        while (body.Invoke(ref x))
        {
        }

        _completion.SetResult(x);
    }
}
