namespace Graflow.Tests.Engine;

/// <summary>A body that starts, and then ignores its token until the test ends.</summary>
internal sealed class DeafBody : IDisposable
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _asyncGate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _gate = new();
    private int _starts;

    public Task Started => _started.Task.OrHang();

    public Task Ended => _ended.Task.OrHang();

    public int Starts => Volatile.Read(ref _starts);

    public TaskNode<int, int> Task(string id, bool isAsync) => isAsync ? Flow.Task(id, (int x) => WaitAsync(x)) : Flow.Task(id, (int x) => Wait(x));

    public void Release()
    {
        _gate.Set();
        _asyncGate.TrySetResult();
    }

    public void Dispose() => Release();

    private int Wait(int x)
    {
        Interlocked.Increment(ref _starts);
        _started.TrySetResult();
        _gate.Wait();
        _ended.TrySetResult();
        return x;
    }

    private async Task<int> WaitAsync(int x)
    {
        Interlocked.Increment(ref _starts);
        _started.TrySetResult();
        await _asyncGate.Task;
        _ended.TrySetResult();
        return x;
    }
}
