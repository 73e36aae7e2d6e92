namespace Graflow.Logs;

/// <summary>Where the journals of all runs are. Thread-safe; several processes may share one.</summary>
internal interface IRunStore : IAsyncDisposable
{
    /// <summary>Makes the journal of a new run and takes the run's lock.</summary>
    /// <returns>The journal; null when the run exists already.</returns>
    ValueTask<IRunJournal?> TryCreateAsync(string runId, CancellationToken ct);

    /// <summary>Makes the journal of a new run whose id was made for it, and takes the run's lock. That it cannot be made may show with its first records only.</summary>
    async ValueTask<IRunJournal> CreateAsync(string runId, CancellationToken ct) =>
        await TryCreateAsync(runId, ct).ConfigureAwait(false) ?? throw new InvalidOperationException($"There is a run {runId} already, although the id was made for a new one.");

    /// <summary>Opens a run's journal to go on with it and takes the run's lock.</summary>
    /// <exception cref="RunLockedException">Somebody else drives the run.</exception>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="RunLogException">The journal is corrupt, or cannot be read.</exception>
    ValueTask<IRunJournal> OpenAsync(string runId, CancellationToken ct);

    /// <summary>Reads what a journal holds at this moment, without the run's lock, also while another process writes it.</summary>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="RunLogException">The journal is corrupt, or cannot be read.</exception>
    ValueTask<JournalContent> ReadAsync(string runId, CancellationToken ct);

    /// <summary>All runs that the store knows, in no order.</summary>
    ValueTask<IReadOnlyList<JournalHead>> ListAsync(CancellationToken ct);

    /// <summary>Removes a run and everything that was kept of it.</summary>
    /// <exception cref="RunLockedException">Somebody drives the run.</exception>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    ValueTask DeleteAsync(string runId, CancellationToken ct);

    /// <summary>Puts a mail into a run's inbox, for whoever drives the run now or later; on disk, whole or not at all, when the call returns.</summary>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    ValueTask PostAsync(string runId, ReadOnlyMemory<byte> mail, CancellationToken ct);
}
