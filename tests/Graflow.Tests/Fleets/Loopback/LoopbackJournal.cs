using Graflow.Fleets;
using Graflow.Logs;

namespace Graflow.Tests.Fleets;

/// <summary>A journal in memory whose run has a queue and a channel; what is appended stands in the run's log beside what the queue is asked.</summary>
internal sealed class LoopbackJournal(IRunJournal journal, LoopbackRun run) : IFleetJournal
{
    public IRunQueue Queue => run;

    public IStoredChannel Channel => run.Channel;

    public JournalContent Content => journal.Content;

    public Exception? Failure => journal.Failure;

    public Action? Failed { get; set; }

    public Action? MailArrived
    {
        get => journal.MailArrived;
        set => journal.MailArrived = value;
    }

    public long Append(ReadOnlySpan<byte> record, bool lazy = false)
    {
        var position = journal.Append(record, lazy);
        run.Note($"{new RecordReader(record.ToArray()).Kind}");
        return position;
    }

    public bool IsCommitted(long position) => journal.IsCommitted(position);

    public void WhenCommitted(long position, IThreadPoolWorkItem then) => journal.WhenCommitted(position, then);

    public ValueTask CommitAsync(long position, CancellationToken ct) => journal.CommitAsync(position, ct);

    public ValueTask RewriteAsync(Func<JournalContent, IReadOnlyList<ReadOnlyMemory<byte>>> rewrite, CancellationToken ct) => journal.RewriteAsync(rewrite, ct);

    public ValueTask<IReadOnlyList<JournalMail>> TakeMailAsync(CancellationToken ct) => journal.TakeMailAsync(ct);

    public ValueTask AcknowledgeAsync(JournalMail mail, CancellationToken ct) => journal.AcknowledgeAsync(mail, ct);

    public void Complete() => journal.Complete();

    public ValueTask DisposeAsync() => journal.DisposeAsync();
}
