using System.Buffers;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Graflow.Fleets;
using Graflow.Handlers;
using Graflow.Resilience;
using Graflow.Workers;

namespace Graflow.Engine;

/// <summary>One attempt under way in a worker of the fleet. It ends once: by its body, its clock, or its token.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A body that was abandoned may still read the source's token.")]
internal sealed class RunningAttempt(AttemptRunner runner, QueuedAttempt attempt, ReadOnlyMemory<byte> input, RunnerPort port) : IThreadPoolWorkItem
{
    // Whoever waits goes on where the body ended: what it does with the result is short.
    private readonly TaskCompletionSource<AttemptResult> _end = new();
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Lock _lock = new();
    private CancellationToken _token;
    private CancellationTokenRegistration _registration;
    private IDisposable? _clock;
    private IDisposable? _grace;
    private bool _isOver;

    internal Task<AttemptResult> Start(CancellationToken ct)
    {
        _token = ct;
        _registration = ct.UnsafeRegister(static running => ((RunningAttempt)running!).Cancel(), this);
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return _end.Task;
    }

    void IThreadPoolWorkItem.Execute() => _ = RunAsync();

    private async Task RunAsync()
    {
        AttemptResult? result;
        try
        {
            _token.ThrowIfCancellationRequested();
            var task = runner.Find(attempt);
            var handler = runner.HandlerOf(attempt);
            result = ResultOf(handler is IWorkerHandler workers
                ? await RelayAsync(task, workers).ConfigureAwait(false)
                : await ServeAsync(task, handler).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (_token.IsCancellationRequested)
        {
            result = null;
        }
        catch (Exception exception)
        {
            result = FailureOf(exception);
        }

        End(result);
    }

    private async Task<Memory<byte>> ServeAsync(AttemptRunner.KnownTask task, ITaskHandler? handler)
    {
        using var span = attempt.TraceParent is { } parent ? new Activity(attempt.TaskId).SetParentId(parent).Start() : null;
        var work = new ServedWork(AttemptRunner.HeaderOf(attempt), port, runner.Engine.Services)
        {
            Handler = handler,
            Options = handler is null ? null : task.Node.Options with { Handler = attempt.Handler!, Timeout = attempt.Timeout },
        };
        var reply = new ArrayBufferWriter<byte>();
        StartClock();
        await task.Body.RunAsync(work, input, reply, _cancellation.Token).ConfigureAwait(false);
        return MemoryMarshal.AsMemory(reply.WrittenMemory);
    }

    private async Task<Memory<byte>> RelayAsync(AttemptRunner.KnownTask task, IWorkerHandler handler)
    {
        using var place = new PoolPlace(runner.Engine.Pools.Of(handler), group: null);
        await place.EnterAsync(priority: 0, hasTimeout: attempt.Timeout is not null, _cancellation.Token).ConfigureAwait(false);
        StartClock();
        return await new RelayCall(attempt, task.Node.Descriptor.Assembly, input, port).RunAsync(place, _cancellation.Token).ConfigureAwait(false);
    }

    private void StartClock()
    {
        if (attempt.Timeout is { } limit)
        {
            Keep(ref _clock, LongTimer.Start(runner.Engine.Time, static running => ((RunningAttempt)running!).TimeOut(), this, limit));
        }
    }

    private void TimeOut()
    {
        if (TryEnd())
        {
            BodyCancellation.Fire(_cancellation, runner.Engine.Logger);
            _end.SetResult(FailureOf(new TaskTimeoutException(attempt.Path, attempt.Timeout!.Value)));
        }
    }

    private void Cancel()
    {
        BodyCancellation.Fire(_cancellation, runner.Engine.Logger);
        Keep(ref _grace, runner.Engine.Time.CreateTimer(static running => ((RunningAttempt)running!).Abandon(), this, runner.Engine.Pools.KillAfter, Timeout.InfiniteTimeSpan));
    }

    private void Abandon() => End(result: null);

    /// <param name="result">What came of the attempt; null where nothing did because of its token.</param>
    private void End(AttemptResult? result)
    {
        if (!TryEnd())
        {
            return;
        }

        if (result is { } known)
        {
            _end.SetResult(known);
        }
        else
        {
            _end.SetCanceled(_token);
        }
    }

    private bool TryEnd()
    {
        lock (_lock)
        {
            if (_isOver)
            {
                return false;
            }

            _isOver = true;
        }

        port.Close();
        _registration.Unregister();
        _clock?.Dispose();
        _grace?.Dispose();
        return true;
    }

    // What ends the attempt may come before the timer is known.
    private void Keep(ref IDisposable? place, IDisposable timer)
    {
        lock (_lock)
        {
            if (!_isOver)
            {
                place = timer;
                return;
            }
        }

        timer.Dispose();
    }

    private static AttemptResult? ResultOf(Memory<byte> reply)
    {
        if (AttemptReply.IsCancelled(reply.Span))
        {
            return null;
        }

        var succeeded = AttemptReply.IsSuccess(reply.Span);
        var writes = AttemptReply.TakeWrites(reply, out var rest);
        return new AttemptResult(rest, succeeded, writes);
    }

    private static AttemptResult FailureOf(Exception exception)
    {
        var reply = new ArrayBufferWriter<byte>();
        AttemptReply.WriteFailure(reply, exception, isCancelled: false);
        return new AttemptResult(reply.WrittenMemory, Succeeded: false, []);
    }
}
