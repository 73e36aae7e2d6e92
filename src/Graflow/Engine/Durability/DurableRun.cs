using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>What a run has to do with its journal: writes down what happens before anything follows from it, and remembers what happened before a resume. Thread-safe.</summary>
internal sealed class DurableRun(IRunJournal journal, TimeProvider time)
{
    private readonly DateTimeOffset _started = time.GetUtcNow();
    private long _position;

    /// <summary>What happened before the resume; null in a run that began in this process.</summary>
    internal RunHistory? History { get; init; }

    /// <summary>Whether what is known already is being taken from the history: nothing runs, no timer starts, nothing is written.</summary>
    internal bool IsReplaying { get; private set; }

    /// <summary>Signals that came before the resume and that no wait has taken.</summary>
    internal IReadOnlyList<Signal> PendingSignals => History?.PendingSignals ?? [];

    private TimeSpan Elapsed => time.GetUtcNow() - _started;

    /// <summary>When a vertex's timer is due: as it was recorded, or from now on, and then recorded.</summary>
    internal DateTimeOffset StartTimer(VertexState vertex, TimeSpan after) => time.GetUtcNow() + after;

    /// <summary>Writes down a change of the channel, before it is applied; called under the channel's lock.</summary>
    internal void ChannelChanged(ReadOnlySpan<byte> operation)
    {
        using var record = RecordWriter.Begin(RecordKind.ChannelChanged, Elapsed);
        record.Rest(operation);
        Append(record);
    }

    /// <summary>Writes down a signal that reached the run, before any wait takes it.</summary>
    internal void SignalReceived(Signal signal)
    {
        using var record = RecordWriter.Begin(RecordKind.SignalReceived, Elapsed);
        record.Text(signal.Id);
        record.Text(signal.Name);
        record.Text(signal.Key);
        record.Text(signal.Type);
        record.Rest(signal.Payload.Span);
        Append(record);
    }

    /// <summary>Waits until everything that was written down so far is as safe as the journal's durability promises.</summary>
    internal ValueTask CommitAsync(CancellationToken ct) => journal.CommitAsync(Volatile.Read(ref _position), ct);

    private void Append(in RecordWriter record, bool lazy = false)
    {
        var position = journal.Append(record.Written, lazy);
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
}
