using System.Globalization;
using Graflow.Telemetry;

namespace Graflow.Logs;

/// <summary>Removes runs that have ended, the oldest ones first, until what is left keeps the limits. Looks at the folder once, when the first run begins or goes on, and then keeps a list of its own.</summary>
internal sealed class Retention(FileRunStore store)
{
    private readonly Lock _gate = new();
    private readonly SortedSet<(DateTimeOffset EndedAt, string RunId, long Size)> _ended = [];
    private Task _sweep = Task.CompletedTask;
    private bool _hasBegun;

    /// <summary>Removes what earlier processes left.</summary>
    internal void Begin()
    {
        lock (_gate)
        {
            if (!_hasBegun)
            {
                _hasBegun = true;
                Queue(LoadAsync);
            }
        }
    }

    /// <summary>A run has ended, and nobody has it open any more.</summary>
    internal void Add(RunFolder folder)
    {
        lock (_gate)
        {
            Queue(() =>
            {
                Note(folder);
                return SweepAsync();
            });
        }
    }

    internal Task WhenIdleAsync()
    {
        lock (_gate)
        {
            return _sweep;
        }
    }

    private void Queue(Func<Task> work) => _sweep = _sweep.ContinueWith(_ => work(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Unwrap();

    private async Task LoadAsync()
    {
        try
        {
            foreach (var folder in store.Folders())
            {
                Note(folder);
            }
        }
        catch (Exception exception) when (FileJournal.IsOfDisk(exception))
        {
            Log.JournalNotTidied(store.Logger, store.Root, exception);
        }

        await SweepAsync().ConfigureAwait(false);
    }

    private void Note(RunFolder folder)
    {
        try
        {
            if (File.Exists(folder.EndedFile))
            {
                _ended.Add((EndOf(folder), folder.RunId, folder.Measure().Size));
            }
        }
        catch (Exception exception) when (FileJournal.IsOfDisk(exception))
        {
            Log.JournalNotTidied(store.Logger, folder.RunId, exception);
        }
    }

    private static DateTimeOffset EndOf(RunFolder folder) =>
        DateTimeOffset.TryParseExact(File.ReadAllText(folder.EndedFile), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end)
            ? end
            : new DateTimeOffset(File.GetLastWriteTimeUtc(folder.EndedFile), TimeSpan.Zero);

    private async Task SweepAsync()
    {
        var options = store.Options;
        var bytes = _ended.Sum(static run => run.Size);
        while (_ended.Count > 0 && _ended.Min is var oldest && (_ended.Count > options.RetainRuns || bytes > options.RetainBytes || store.Time.GetUtcNow() - oldest.EndedAt > options.RetainFor))
        {
            _ended.Remove(oldest);
            bytes -= oldest.Size;
            try
            {
                await store.DeleteAsync(oldest.RunId, CancellationToken.None).ConfigureAwait(false);
                Log.RunNotRetained(store.Logger, oldest.RunId);
            }
            catch (GraflowException exception) when (exception is RunLockedException or RunNotFoundException or RunLogException)
            {
                // Somebody looks at it, or has removed it; the next process that begins a run looks again.
                Log.JournalNotTidied(store.Logger, oldest.RunId, exception);
            }
        }
    }
}
