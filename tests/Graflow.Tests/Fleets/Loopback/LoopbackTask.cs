using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Graflow.Engine;
using Graflow.Fleets;
using Graflow.Workers;
using Microsoft.Extensions.Logging;

namespace Graflow.Tests.Fleets;

/// <summary>One attempt in a loopback fleet: where it waits, what it told, and who hears of it.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The source has no timer, and whoever runs the attempt may still read its token.")]
internal sealed class LoopbackTask(LoopbackRun run, QueuedAttempt attempt, ReadOnlyMemory<byte> input) : IFleetPort
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _withdrawn = new();
    private QueuedTask? _waiter;
    private Task _told = Task.CompletedTask;
    private Action<QueuedTask>? _outcome;
    private bool _isNew = true;

    internal QueuedAttempt Attempt => attempt;

    internal LoopbackRun Run => run;

    internal required string Queue { get; init; }

    internal required int Priority { get; init; }

    internal int Deliveries { get; private set; }

    internal bool IsWithdrawn => _withdrawn.IsCancellationRequested;

    public IChannel Channel => run.Channel;

    public void Log(LogLevel level, string message) => Tell(waiter => waiter.Log(level, message));

    public void Output(OutputStream stream, string line) => Tell(waiter => waiter.Output(stream, line));

    public void Progress(double fraction, string? text) => Tell(waiter => waiter.Progress(fraction, text));

    public void CancelRun(string reason) => Tell(waiter => waiter.CancelRun(reason));

    /// <summary>Somebody waits for it now.</summary>
    /// <returns>Whether it is new, so that it is to be queued.</returns>
    internal bool Attach(QueuedTask waiter)
    {
        lock (_lock)
        {
            _waiter = waiter;
            if (_outcome is { } outcome)
            {
                Tell(outcome);
            }

            return Interlocked.Exchange(ref _isNew, false);
        }
    }

    internal void Withdraw()
    {
        lock (_lock)
        {
            _waiter = null;
        }

        _withdrawn.Cancel();
    }

    /// <summary>A worker runs it.</summary>
    /// <returns>Whether it is over; false when it has to be queued again.</returns>
    internal async Task<bool> RunAsync(AttemptRunner runner, Func<QueuedAttempt, int, bool> losesWorker, Func<QueuedAttempt, int, TimeSpan> ago, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_withdrawn.Token, stop);
        var delivery = ++Deliveries;
        Tell(waiter => waiter.Started($"worker {delivery}", delivery, ago(attempt, delivery)));
        if (losesWorker(attempt, delivery))
        {
            return delivery >= LoopbackFleet.MaxDeliveries && End(waiter => waiter.Fail(new WorkerCrashedException(attempt.Path, delivery)));
        }

        try
        {
            var result = await runner.RunAsync(attempt, input, this, either.Token);
            var reply = Commit(result);
            return End(waiter => waiter.Complete(reply));
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return IsWithdrawn;
        }
    }

    private ReadOnlyMemory<byte> Commit(AttemptResult result)
    {
        try
        {
            run.Channel.Commit(result.Writes);
            return result.Reply;
        }
        catch (GraflowException exception)
        {
            var reply = new ArrayBufferWriter<byte>();
            AttemptReply.WriteFailure(reply, exception, isCancelled: false);
            return reply.WrittenMemory;
        }
    }

    private bool End(Action<QueuedTask> outcome)
    {
        lock (_lock)
        {
            _outcome = outcome;
            Tell(outcome);
        }

        return true;
    }

    // One thing after the other, on the pool.
    private void Tell(Action<QueuedTask> what)
    {
        lock (_lock)
        {
            if (_waiter is { } waiter)
            {
                _told = _told.ContinueWith(_ => what(waiter), TaskScheduler.Default);
            }
        }
    }
}
