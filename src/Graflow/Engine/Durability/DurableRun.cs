using Graflow.Fleets;
using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>What a run has to do with its journal: writes down what happens before anything follows from it, and remembers what happened before a resume. Thread-safe.</summary>
internal sealed partial class DurableRun
{
    private readonly Lock _frameLock = new();
    private readonly Dictionary<string, int> _structures = new(StringComparer.Ordinal);
    private readonly IRunJournal _journal;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _started;
    private RunDriver? _driver;
    private long _position;
    private int _lastFrame;
    private volatile bool _isClosed;

    /// <param name="journal">The run's journal.</param>
    /// <param name="time">The engine's clock.</param>
    /// <param name="started">When the run began, in whichever process.</param>
    /// <param name="history">What happened before; null in a run that begins.</param>
    internal DurableRun(IRunJournal journal, TimeProvider time, DateTimeOffset started, RunHistory? history)
    {
        _journal = journal;
        _time = time;
        History = history;
        IsReplaying = history is not null;
        _started = started;
        if (journal is IFleetJournal fleet)
        {
            Submitted = new SubmittedTasks(fleet.Queue);
            StoredChannel = fleet.Channel;
        }

        _lastFrame = history?.LastFrame ?? 0;
        _appended = history?.Content.Records.Count ?? 0;
        foreach (var (number, text) in history?.Structures ?? [])
        {
            _structures.TryAdd(text, number);
        }
    }

    /// <summary>What of the run is in the queues of a fleet; null where the journal is this process's own.</summary>
    internal SubmittedTasks? Submitted { get; }

    /// <summary>The run's channel, where it outlives this process by itself; null where the journal has it.</summary>
    internal IStoredChannel? StoredChannel { get; }

    /// <summary>What happened before the resume; null in a run that began in this process.</summary>
    internal RunHistory? History { get; }

    /// <summary>Whether what is known already is being taken from the history: no body runs and no timer starts.</summary>
    internal bool IsReplaying { get; private set; }

    /// <summary>Whether the run ended before it was opened: nothing is written any more.</summary>
    internal bool HasEnded => History?.End is not null;

    /// <summary>When the run ended, if that was before it was opened.</summary>
    internal DateTimeOffset? EndedAt => _started + History?.End?.Elapsed;

    /// <summary>Signals that came before the resume and that no wait has taken.</summary>
    internal IReadOnlyList<Signal> PendingSignals => History?.PendingSignals ?? [];

    /// <summary>Whether a body may begin: everything that was written down so far is as safe as the journal's durability promises, and the journal is not overlong.</summary>
    internal bool IsCommitted => !IsOverdue && _journal.IsCommitted(Volatile.Read(ref _position));

    private TimeSpan Elapsed => _time.GetUtcNow() - _started;

    /// <summary>Waits until everything that was written down so far is as safe as the journal's durability promises.</summary>
    internal ValueTask CommitAsync(CancellationToken ct) => _journal.CommitAsync(Volatile.Read(ref _position), ct);

    /// <summary>Goes on with a vertex once everything that was written down so far is safe; it holds nothing meanwhile.</summary>
    internal void ResumeWhenCommitted(VertexState vertex)
    {
        var scope = _driver!.Scope;
        scope.Pause();
        var wait = new CommitWait(this, vertex, scope);
        if (!HoldUp(wait))
        {
            _journal.WhenCommitted(Volatile.Read(ref _position), wait);
        }
    }

    /// <summary>How records name a vertex; gives its frame a number first, where it has none.</summary>
    internal VertexKey KeyOf(VertexState vertex) => new(NumberOf(vertex.Frame), vertex.Vertex.Index);

    /// <summary>What the history tells of a vertex; null for nothing.</summary>
    internal VertexMemory? Recall(VertexState vertex) =>
        History is { } history && vertex.Frame.Number >= 0 ? history.Find(new VertexKey(vertex.Frame.Number, vertex.Vertex.Index)) : null;

    /// <summary>The number of a frame that is about to be opened by a record of its own.</summary>
    internal int NextFrame() => Interlocked.Increment(ref _lastFrame);

    /// <summary>Gives an element's frame the number that it had before the resume.</summary>
    internal void RecallElement(Frame child, VertexState map)
    {
        if (History is { } history && map.Frame.Number >= 0)
        {
            child.Number = history.ElementOf(new VertexKey(map.Frame.Number, map.Vertex.Index), child.Index);
        }
    }

    private int NumberOf(Frame frame)
    {
        if (frame.Number >= 0)
        {
            return frame.Number;
        }

        var map = (VertexState)frame.Owner;
        var parent = KeyOf(map);
        lock (_frameLock)
        {
            if (frame.Number < 0)
            {
                var number = NextFrame();
                using var record = Begin(RecordKind.FrameOpened);
                record.Number(number);
                record.Key(parent);
                record.Number(frame.Index);
                Append(record, lazy: true);
                frame.Number = number;
            }
        }

        return frame.Number;
    }

    private RecordWriter Begin(RecordKind kind) => RecordWriter.Begin(kind, Elapsed);

    /// <param name="record">The record.</param>
    /// <param name="lazy">Whether it may wait for the next one.</param>
    /// <param name="isAwaited">Whether it is waited for even so; by default what is not lazy is.</param>
    private void Append(in RecordWriter record, bool lazy = false, bool? isAwaited = null)
    {
        // A run that ended has said everything; an abandoned body may still try.
        if (_isClosed || HasEnded)
        {
            return;
        }

        try
        {
            var position = _journal.Append(record.Written, lazy);
            Interlocked.Increment(ref _appended);
            if (isAwaited ?? !lazy)
            {
                Advance(position);
            }
        }
        catch (Exception) when (_isClosed)
        {
        }
        catch (RunLogException failure)
        {
            _driver?.TryEndEarly(failure);
            throw;
        }
    }

    private void Advance(long position)
    {
        for (var seen = Volatile.Read(ref _position); seen < position;)
        {
            var found = Interlocked.CompareExchange(ref _position, position, seen);
            if (found == seen)
            {
                return;
            }

            seen = found;
        }
    }

    /// <summary>A vertex that waits until the journal is safe.</summary>
    private sealed class CommitWait(DurableRun run, VertexState vertex, RunScope scope) : IThreadPoolWorkItem
    {
        void IThreadPoolWorkItem.Execute()
        {
            if (run._journal.Failure is RunLogException failure)
            {
                run._driver?.TryEndEarly(failure);
            }
            else
            {
                run._driver?.Resume(vertex, needsPermit: true);
            }

            scope.EndPause();
        }
    }
}
