using Graflow.Resilience;

namespace Graflow.Engine;

/// <summary><c>x.Within(limit)</c>: x's value, if it comes in time after x's input; else a failure, and what only x needs is cancelled.</summary>
internal sealed class WithinState<T>(Frame frame, WithinVertex<T> vertex) : VertexState<T>(frame, vertex)
{
    private TimeLimit? _limit;
    private bool _released;

    internal override bool HasReleasedInputs => Volatile.Read(ref _released);

    internal override void Reset()
    {
        base.Reset();
        _limit?.TryStop();
        (_limit, _released) = (null, false);
    }

    internal override void Observe(Worker worker, VertexState input)
    {
        if (input.Vertex.Index == vertex.RegionInput && input.Status == VertexStatus.Succeeded)
        {
            _limit = new TimeLimit(this);
            StartLimit(worker, _limit);
        }
    }

    private void StartLimit(Worker worker, TimeLimit limit)
    {
        if (Driver.Durable is not { } durable)
        {
            limit.Start(Driver.Scope.Time, vertex.Limit);
            return;
        }

        var dueAt = durable.StartTimer(this, vertex.Limit);
        if (durable.Recall(this) is { HasExpired: true })
        {
            // It expired before the resume: among what happened then, in its turn.
            limit.ExpireNow();
            worker.Push(this);
            return;
        }

        durable.StartWhenLive(() =>
        {
            if (Status == VertexStatus.Waiting)
            {
                var left = dueAt - Driver.Scope.Time.GetUtcNow();
                limit.Start(Driver.Scope.Time, left > TimeSpan.Zero ? left : TimeSpan.Zero);
            }
        });
    }

    private protected override VertexState? Run(Worker worker)
    {
        if (_limit is { } limit && !limit.TryStop())
        {
            return TimeOut(worker);
        }

        var source = Frame.States[vertex.Source];
        return source.Status == VertexStatus.Succeeded ? Succeed(worker, source.Read<T>()) : Skip(worker);
    }

    private VertexState? TimeOut(Worker worker)
    {
        Driver.Durable?.LimitExpired(this);
        if (!Interlocked.Exchange(ref _released, true))
        {
            Interruption.Release(worker, Frame, vertex.Source);
        }

        return Fail(worker, new TaskFailure(Path, attempts: 0, new TaskTimeoutException(Path, vertex.Limit)));
    }

    private void Expire()
    {
        if (TryMove(VertexStatus.Waiting, VertexStatus.Running))
        {
            Driver.Expire(this);
        }
    }

    /// <summary>The limit of one use of the frame: a timer that fires late cannot reach the next one.</summary>
    private sealed class TimeLimit(WithinState<T> state)
    {
        private const int Pending = 0;
        private const int Stopped = 1;
        private const int Expired = 2;

        private IDisposable? _timer;
        private int _phase;

        internal void Start(TimeProvider time, TimeSpan limit) =>
            _timer = LongTimer.Start(time, static limit => ((TimeLimit)limit!).Expire(), this, limit);

        /// <summary>It expired at another time, and whoever calls sees to what follows.</summary>
        internal void ExpireNow() => _phase = Expired;

        /// <returns>Whether x came in time.</returns>
        internal bool TryStop()
        {
            _timer?.Dispose();
            return Interlocked.CompareExchange(ref _phase, Stopped, Pending) != Expired;
        }

        private void Expire()
        {
            if (Interlocked.CompareExchange(ref _phase, Expired, Pending) == Pending)
            {
                state.Expire();
            }
        }
    }
}
