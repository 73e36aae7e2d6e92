namespace Graflow.Bench.Floors;

/// <summary>Counts down as asynchronous branches end.</summary>
internal sealed class AsyncFanRun(int[] values)
{
    private readonly TaskCompletionSource _completion = new();
    private int _waiting = values.Length;

    public Task Completion => _completion.Task;

    public void Start(int x)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _ = ExecuteAsync(i, x);
        }
    }

    private async Task ExecuteAsync(int branch, int x)
    {
        values[branch] = await AsyncFanFloors.YieldAsync(x);
        if (Interlocked.Decrement(ref _waiting) == 0)
        {
            _completion.SetResult();
        }
    }
}
