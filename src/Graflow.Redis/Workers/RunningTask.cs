using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Graflow.Fleets;
using Graflow.Redis.Channels;
using Graflow.Redis.Scripts;
using Graflow.Redis.Tasks;
using Graflow.Workers;
using Microsoft.Extensions.Logging;

namespace Graflow.Redis.Workers;

/// <summary>A claimed task whose body runs in a slot of this worker, and that body's way back to its run.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A body that was abandoned may still read the source's token.")]
internal sealed class RunningTask(TaskLoop loop, CellLine line, ClaimedTask claim, long claimedAt) : IFleetPort
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _cancellation = new();
    private RedisChannel? _channel;
    private BodyNotes? _notes;

    internal CellLine Line => line;

    internal ClaimedTask Claim => claim;

    internal long ClaimedAt => claimedAt;

    /// <summary>Whether some other worker has it, or nobody wants it: nothing of it counts.</summary>
    internal bool IsLost { get; set; }

    /// <summary>Whether the run's driver knows that the body runs.</summary>
    internal bool IsStartTold { get; private set; }

    private TimeSpan Elapsed => loop.Setup.Time.GetElapsedTime(claimedAt);

    public IChannel Channel
    {
        get
        {
            lock (_gate)
            {
                return _channel ??= line.OpenChannel(claim.RunId);
            }
        }
    }

    internal void Start(BodyRunner body) => _ = RunAsync(body);

    /// <summary>Tells the body to end; callbacks of it run on the pool.</summary>
    internal void Cancel() => ThreadPool.UnsafeQueueUserWorkItem(static task => task.Fire(), this, preferLocal: false);

    /// <summary>Tells the run's driver that the body runs, unless it has been told.</summary>
    internal void TellStart()
    {
        IsStartTold = true;
        Notes().Start();
    }

    public void Log(LogLevel level, string message) => Notes().Add(TaskNote.Log(level, message));

    public void Output(OutputStream stream, string line) => Notes().Add(TaskNote.Output(stream, line));

    public void Progress(double fraction, string? text) => Notes().Add(TaskNote.Progress(fraction, text));

    public void CancelRun(string reason) => Notes().Add(TaskNote.CancelRun(reason));

    /// <summary>It goes to another worker, as if it had not been claimed.</summary>
    internal FinishedTask Back() => claim.Finish(FinishKind.HandedBack, []);

    internal FinishedTask Failure(Exception exception)
    {
        var reply = new ArrayBufferWriter<byte>();
        AttemptReply.WriteFailure(reply, exception, isCancelled: false);
        return reply.WrittenCount <= PayloadSize.Largest
            ? claim.Finish(FinishKind.Failed, reply.WrittenSpan.ToArray())
            : Failure(new PayloadTooLargeException($"task {claim.Path}, its failure", reply.WrittenCount, PayloadSize.Largest));
    }

    private async Task RunAsync(BodyRunner body)
    {
        FinishedTask finished;
        try
        {
            finished = claim.IsInputGone
                ? Failure(new StoredInputGoneException(claim.Path, claim.RunId))
                : FinishedBy(await body(AttemptOf(claim), claim.Input, this, _cancellation.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            finished = Back();
        }
        catch (Exception exception)
        {
            finished = Failure(exception);
        }

        finished = finished with { Elapsed = Elapsed };
        if (_notes is { } notes)
        {
            await notes.FlushAsync().ConfigureAwait(false);
        }

        loop.End(this, finished);
    }

    private static QueuedAttempt AttemptOf(ClaimedTask claim) =>
        new QueuedAttempt(claim.RunId, claim.Path, claim.TaskId, claim.Attempt) { TraceParent = claim.TraceParent }.WithSettings(claim.Extra);

    private FinishedTask FinishedBy(in AttemptResult result)
    {
        if (result.Reply.Length > PayloadSize.Largest)
        {
            return Failure(new PayloadTooLargeException($"task {claim.Path}, its {(result.Succeeded ? "output" : "failure")}", result.Reply.Length, PayloadSize.Largest));
        }

        if (result.Writes.Count > 0)
        {
            // What cannot be written fails this task, and not the step that it travels in.
            new Arguments().AddWrites(result.Writes);
        }

        return claim.Finish(result.Succeeded ? FinishKind.Succeeded : FinishKind.Failed, result.Reply.ToArray()) with { Writes = result.Writes };
    }

    private void Fire()
    {
        try
        {
            _cancellation.Cancel();
        }
        catch (AggregateException exception)
        {
            Telemetry.Log.CancellationCallbackFailed(loop.Setup.Logger, exception);
        }
    }

    private BodyNotes Notes()
    {
        lock (_gate)
        {
            return _notes ??= new BodyNotes(line.Notes, claim, () => TaskNote.Started(new TaskDelivery(loop.Setup.Settings.WorkerId, claim.Delivery, Elapsed)), () => loop.Lose(line, claim));
        }
    }
}
