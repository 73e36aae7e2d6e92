using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>The journal of a run that ended: there is nothing to add, and nobody to lock out.</summary>
internal sealed class SealedJournal(JournalContent content) : IRunJournal
{
    public JournalContent Content => content;

    public Exception? Failure => null;

    public Action? MailArrived { get; set; }

    public long Append(ReadOnlySpan<byte> record, bool lazy) => 0;

    public bool IsCommitted(long position) => true;

    public void WhenCommitted(long position, IThreadPoolWorkItem then) => ThreadPool.UnsafeQueueUserWorkItem(then, preferLocal: false);

    public ValueTask CommitAsync(long position, CancellationToken ct) => default;

    public ValueTask RewriteAsync(Func<JournalContent, IReadOnlyList<ReadOnlyMemory<byte>>> rewrite, CancellationToken ct) => default;

    public ValueTask<IReadOnlyList<JournalMail>> TakeMailAsync(CancellationToken ct) => new([]);

    public ValueTask AcknowledgeAsync(JournalMail mail, CancellationToken ct) => default;

    public void Complete()
    {
    }

    public ValueTask DisposeAsync() => default;
}
