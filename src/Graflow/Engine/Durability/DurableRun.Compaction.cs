using Graflow.Logs;
using Graflow.Telemetry;

namespace Graflow.Engine;

internal sealed partial class DurableRun
{
    /// <summary>How many records a journal gets, at least, before it is looked through for what was overtaken.</summary>
    internal const int CompactionInterval = 4_096;

    private readonly Lock _compactionLock = new();

    // Only a run that continues leaves anything behind that nobody asks for again; so a journal of n records is read n log n times at most.
    private int _appended;
    private int _compactAt = CompactionInterval;
    private bool _isCompacting;
    private List<CommitWait>? _heldUp;

    // A loop may be faster than what tidies up after it; then it waits, or its journal would have no bound.
    private bool IsOverdue => Volatile.Read(ref _isCompacting) && Volatile.Read(ref _appended) >= 2L * Volatile.Read(ref _compactAt);

    private void CompactIfDue()
    {
        if (Volatile.Read(ref _appended) >= Volatile.Read(ref _compactAt) && !IsReplaying && !Interlocked.Exchange(ref _isCompacting, true))
        {
            ThreadPool.UnsafeQueueUserWorkItem(static run => _ = run.CompactAsync(), this, preferLocal: false);
        }
    }

    private async Task CompactAsync()
    {
        var counted = Volatile.Read(ref _appended);
        try
        {
            await _journal.RewriteAsync(Compact, CancellationToken.None).ConfigureAwait(false);
        }
        catch (GraflowException failure)
        {
            // A journal that failed ends the run by itself; one that is only longer than it must be does not.
            Log.JournalNotTidied(_driver!.Scope.Logger, _driver.Scope.RunId, failure);
        }
        finally
        {
            Interlocked.Add(ref _appended, -counted);
            LetGoOn();
        }
    }

    private IReadOnlyList<ReadOnlyMemory<byte>> Compact(JournalContent content)
    {
        var kept = JournalCompaction.Of(content);
        Volatile.Write(ref _compactAt, Math.Max(CompactionInterval, kept.Count));
        return kept;
    }

    private bool HoldUp(CommitWait wait)
    {
        lock (_compactionLock)
        {
            if (!IsOverdue)
            {
                return false;
            }

            (_heldUp ??= []).Add(wait);
            return true;
        }
    }

    private void LetGoOn()
    {
        List<CommitWait>? waits;
        lock (_compactionLock)
        {
            _isCompacting = false;
            (waits, _heldUp) = (_heldUp, null);
        }

        foreach (var wait in waits ?? [])
        {
            _journal.WhenCommitted(Volatile.Read(ref _position), wait);
        }
    }
}
