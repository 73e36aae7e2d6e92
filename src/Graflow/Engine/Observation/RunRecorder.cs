using Graflow.Logs;
using Graflow.Observers;

namespace Graflow.Engine;

/// <summary>Writes down what happens in one run, and tells those who wait for news. Exists only in runs that somebody watches or whose results are kept.</summary>
internal sealed class RunRecorder(RunScope scope, IRunLog log, ObserverPump? pump)
{
    private int _announced;
    private TaskCompletionSource? _news;

    internal RunScope Scope { get; } = scope;

    /// <summary>How many events the observers have seen; the pump's alone.</summary>
    internal long Observed { get; set; }

    internal void RunStarted(FlowPlan plan) =>
        Append(new EventRecord(EventKind.RunStarted, default, Now, Data: plan.TaskIds));

    /// <summary>What happened before the run was resumed; before anything else, and before anybody waits for news.</summary>
    internal void Restore(IEnumerable<EventRecord> records)
    {
        foreach (var record in records)
        {
            log.Append(record);
        }
    }

    internal void RunResumed(string process) =>
        Append(new EventRecord(EventKind.RunResumed, default, Now, Data: process));

    internal void RunEnded(RunCompletion completion, DateTimeOffset? endedAt)
    {
        Append(new EventRecord(EventKind.RunEnded, default, endedAt?.UtcTicks ?? Now, Data: completion.Error));
        Announce();
    }

    /// <summary>An attempt begins. Where it follows at once on what made the task ready, that moment serves for both: a clock costs as much as a small task.</summary>
    internal void Started(VertexState task, int attempt, Worker worker) =>
        Append(new EventRecord(EventKind.TaskStarted, task.Place, worker.TakeMoment() ?? Now, attempt));

    /// <summary>A worker of a fleet has begun an attempt.</summary>
    internal void Taken(VertexPlace task, int attempt, DateTimeOffset at, string worker) =>
        Append(new EventRecord(EventKind.TaskStarted, task, at.UtcTicks, attempt, worker));

    internal void Settled(VertexState vertex, VertexStatus status, Worker worker)
    {
        if (vertex.Vertex is not (ITaskVertex or IWaitVertex))
        {
            return;
        }

        var now = Now;
        worker.Moment = now;
        Append(status switch
        {
            VertexStatus.Succeeded => new EventRecord(EventKind.TaskSucceeded, vertex.Place, now),
            VertexStatus.Failed => new EventRecord(EventKind.TaskFailed, vertex.Place, now, Data: (vertex.Failure!, (TimeSpan?)null)),
            VertexStatus.Cancelled => new EventRecord(EventKind.TaskCancelled, vertex.Place, now),
            _ => new EventRecord(EventKind.TaskSkipped, vertex.Place, now, Data: vertex.Failure),
        });
    }

    internal void WillRetry(VertexState task, TaskFailure failure, TimeSpan delay) =>
        Append(new EventRecord(EventKind.TaskFailed, task.Place, Now, Data: (failure, (TimeSpan?)delay)));

    internal void Continued(VertexState task, NextTarget target) =>
        Append(new EventRecord(EventKind.TaskContinued, task.Place, Now, task.Place.Iteration + 1, target.Executable));

    internal void Progressed(VertexState task, double fraction, string? text) =>
        Append(new EventRecord(EventKind.TaskProgressed, task.Place, Now, Data: (fraction, text)));

    internal void Logged(VertexState task, OutputStream stream, string line) =>
        Append(new EventRecord(EventKind.TaskLogged, task.Place, Now, (int)stream, line));

    internal void Redelivered(VertexState task, int delivery, string reason) =>
        Append(new EventRecord(EventKind.TaskRedelivered, task.Place, Now, delivery, reason));

    internal void WaitStarted(VertexPlace wait, DateTimeOffset? dueAt) =>
        Append(new EventRecord(EventKind.WaitStarted, wait, Now, Data: dueAt));

    internal void SignalReceived(Signal signal) =>
        Append(new EventRecord(EventKind.SignalReceived, default, Now, Data: (signal.Name, signal.Key)));

    internal void MapStarted(VertexPlace map, int elements) =>
        Append(new EventRecord(EventKind.MapStarted, map, Now, elements));

    internal void GroupSettled(VertexPlace group, BranchVerdict verdict, bool hasFailed) =>
        Append(new EventRecord(EventKind.GroupSettled, group, Now, (verdict.Succeeded.Count << 1) | (hasFailed ? 1 : 0), verdict.Failed));

    internal void GroupSettled(VertexPlace group, int succeeded) =>
        Append(new EventRecord(EventKind.GroupSettled, group, Now, succeeded << 1));

    internal void ChannelChanged(string key, ChannelChangeKind change) =>
        Append(new EventRecord(EventKind.ChannelChanged, default, Now, Data: (key, change)));

    /// <summary>Reads a few events, from a number on that begins at 0; none when they have not happened yet.</summary>
    internal ReadOnlySpan<RunEvent> Read(long position, EventBuffer buffer)
    {
        var count = log.Read(position, buffer.Records);
        for (var i = 0; i < count; i++)
        {
            buffer.Events[i] = EventReader.Read(buffer.Records[i], Scope, position + i + 1);
        }

        return buffer.Events.AsSpan(0, count);
    }

    /// <summary>All events from the first on, then those to come, until the run's last one.</summary>
    internal async IAsyncEnumerable<RunEvent> ReadAllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var buffer = new EventBuffer();
        for (var position = 0L; ;)
        {
            var count = Read(position, buffer).Length;
            if (count == 0)
            {
                await NewsSince(position, buffer).WaitAsync(ct).ConfigureAwait(false);
            }

            position += count;
            for (var i = 0; i < count; i++)
            {
                yield return buffer.Events[i];
            }

            if (count > 0 && buffer.Events[count - 1] is RunSucceeded or RunFailed or RunCancelled or RunSuspended)
            {
                yield break;
            }
        }
    }

    /// <summary>The pump is about to read what there is; the next record announces itself again.</summary>
    internal void Acknowledge() => Interlocked.Exchange(ref _announced, 0);

    private long Now => Scope.Time.GetUtcNow().UtcTicks;

    private Task NewsSince(long position, EventBuffer buffer)
    {
        var news = Volatile.Read(ref _news);
        if (news is null)
        {
            news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            news = Interlocked.CompareExchange(ref _news, news, null) ?? news;
        }

        // A record that came between the reader's look and this wait has announced itself to nobody.
        return log.Read(position, buffer.Records.AsSpan(0, 1)) > 0 ? Task.CompletedTask : news.Task;
    }

    private void Append(in EventRecord record)
    {
        log.Append(record);
        if (Volatile.Read(ref _news) is not null)
        {
            Announce();
        }

        if (pump is not null && Volatile.Read(ref _announced) == 0 && Interlocked.Exchange(ref _announced, 1) == 0)
        {
            pump.Add(this);
        }
    }

    private void Announce() => Interlocked.Exchange(ref _news, null)?.TrySetResult();
}
