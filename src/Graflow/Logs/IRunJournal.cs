namespace Graflow.Logs;

/// <summary>What happened in one run, as records that are only ever added; its holder is the one writer. Thread-safe. Disposing of it frees the run's lock.</summary>
internal interface IRunJournal : IAsyncDisposable
{
    /// <summary>What the journal held when it was opened.</summary>
    JournalContent Content { get; }

    /// <summary>Adds a record after those that are there. On return the operating system has it, so that it survives the process.</summary>
    /// <param name="record">The record.</param>
    /// <param name="lazy">Whether it may wait in memory for the next record that is not lazy.</param>
    /// <returns>Its position, to ask and wait for its commitment by.</returns>
    /// <exception cref="RunLogException">It cannot be written; from then on every call fails so.</exception>
    long Append(ReadOnlySpan<byte> record, bool lazy = false);

    /// <summary>Whether everything up to a position is as safe as the journal's durability promises; without fsync, as soon as it was appended.</summary>
    bool IsCommitted(long position);

    /// <summary>Queues work to the thread pool once a position is committed, or once the journal failed: <see cref="Failure"/> tells.</summary>
    void WhenCommitted(long position, IThreadPoolWorkItem then);

    /// <summary>Waits until a position is committed.</summary>
    /// <exception cref="RunLogException">The journal failed.</exception>
    ValueTask CommitAsync(long position, CancellationToken ct);

    /// <summary>What made the journal fail for good; null while it works.</summary>
    Exception? Failure { get; }

    /// <summary>Puts other records in the place of those that there are, all that were appended before the call among them, whole or not at all, whatever happens meanwhile. What is appended while it goes on may be among those that are rewritten; else it stands behind them.</summary>
    /// <param name="rewrite">Makes the new records. What it throws leaves everything as it was.</param>
    /// <param name="ct">Gives up; the records may have been rewritten all the same.</param>
    /// <exception cref="RunLogException">The journal failed.</exception>
    ValueTask RewriteAsync(Func<JournalContent, IReadOnlyList<ReadOnlyMemory<byte>>> rewrite, CancellationToken ct);

    /// <summary>Called, on any thread, when a mail may have come.</summary>
    Action? MailArrived { get; set; }

    /// <summary>The mails that are there, in the order in which they came; they stay until they are acknowledged.</summary>
    ValueTask<IReadOnlyList<JournalMail>> TakeMailAsync(CancellationToken ct);

    /// <summary>Removes a mail, once its effect is in the journal.</summary>
    ValueTask AcknowledgeAsync(JournalMail mail, CancellationToken ct);

    /// <summary>The run's last record was appended: everything is flushed, and retention may take the run.</summary>
    void Complete();
}
