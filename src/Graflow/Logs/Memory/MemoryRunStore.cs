using System.Collections.Concurrent;

namespace Graflow.Logs;

/// <summary>Journals in memory, for tests of what is built on them: engines that share one stand for processes that share a folder.</summary>
internal sealed class MemoryRunStore(TimeProvider time) : IRunStore
{
    private readonly ConcurrentDictionary<string, MemoryRun> _runs = new(StringComparer.Ordinal);

    /// <summary>Whether records are committed by <see cref="MemoryJournal.CommitAll"/> only, as if the disk were slow.</summary>
    internal bool HoldsCommits { get; init; }

    /// <summary>What a journal waits for before its records are replaced, as if that took long; null for nothing.</summary>
    internal Func<Task>? Rewriting { get; init; }

    public ValueTask<IRunJournal?> TryCreateAsync(string runId, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var run = new MemoryRun(runId, time);
        return ValueTask.FromResult<IRunJournal?>(_runs.TryAdd(runId, run) ? Take(run) : null);
    }

    public ValueTask<IRunJournal> OpenAsync(string runId, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var run = Find(runId);
        return ValueTask.FromResult<IRunJournal>(run.IsEmpty && run.Driver is null ? throw NotFound(runId) : Take(run));
    }

    public ValueTask<JournalContent> ReadAsync(string runId, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Find(runId) is { IsEmpty: false } run ? run.Read() : throw NotFound(runId));
    }

    public ValueTask<IReadOnlyList<JournalHead>> ListAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<JournalHead>>([.. _runs.Values.Where(static run => !run.IsEmpty).Select(static run => run.Head())]);
    }

    public ValueTask DeleteAsync(string runId, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var run = Find(runId);
        using var journal = Take(run);
        _runs.TryRemove(runId, out _);
        return ValueTask.CompletedTask;
    }

    public ValueTask PostAsync(string runId, ReadOnlyMemory<byte> mail, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Find(runId).Post(mail);
        return ValueTask.CompletedTask;
    }

    /// <summary>Suspends all runs, as the end of a process does; their journals stay for the next engine.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Commits everything that was appended to a run so far.</summary>
    internal void CommitAll(string runId) => Find(runId).Driver?.CommitAll();

    internal void Forget(MemoryRun run) => _runs.TryRemove(KeyValuePair.Create(run.RunId, run));

    private MemoryJournal Take(MemoryRun run)
    {
        var journal = new MemoryJournal(this, run);
        return run.TryTake(journal) ? journal : throw new RunLockedException(run.RunId, $"another engine of process {Environment.ProcessId}");
    }

    private MemoryRun Find(string runId) => _runs.GetValueOrDefault(runId) ?? throw NotFound(runId);

    private static RunNotFoundException NotFound(string runId) => new(runId, "the memory of this process");
}
