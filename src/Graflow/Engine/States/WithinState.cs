namespace Graflow.Engine;

/// <summary><c>x.Within(limit)</c>: x's value, if it comes in time after x's input; else a failure, and what only x needs is cancelled.</summary>
internal sealed class WithinState<T>(Frame frame, WithinVertex<T> vertex) : VertexState<T>(frame, vertex)
{
    private ITimer? _timer;
    private int _timedOut;
    private bool _released;

    internal override void Reset()
    {
        base.Reset();
        _timer?.Dispose();
        (_timer, _timedOut, _released) = (null, 0, false);
    }

    internal override void Observe(Worker worker, VertexState input)
    {
        if (input.Vertex.Index == vertex.RegionInput && input.Status == VertexStatus.Succeeded)
        {
            _timer = Driver.Scope.Time.CreateTimer(static state => ((WithinState<T>)state!).TimeOut(), this, vertex.Limit, Timeout.InfiniteTimeSpan);
        }
    }

    private protected override VertexState? Run(Worker worker)
    {
        _timer?.Dispose();
        if (Volatile.Read(ref _timedOut) == 0)
        {
            return Succeed(worker, Frame.States[vertex.Source].Read<T>());
        }

        if (!Interlocked.Exchange(ref _released, true))
        {
            Interruption.Release(worker, Frame, vertex.Source);
        }

        return Fail(worker, new TaskFailure(Path, attempts: 0, new TaskTimeoutException(Path, vertex.Limit)));
    }

    private void TimeOut()
    {
        Volatile.Write(ref _timedOut, 1);
        if (TryMove(VertexStatus.Waiting, VertexStatus.Running))
        {
            Driver.Resume(this);
        }
    }
}
