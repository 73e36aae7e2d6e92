namespace Graflow.Logs;

internal sealed partial class FileJournal
{
    private readonly HashSet<string> _takenMails = new(StringComparer.Ordinal);
    private Action? _mailArrived;

    public Action? MailArrived
    {
        get => Volatile.Read(ref _mailArrived);
        set
        {
            Volatile.Write(ref _mailArrived, value);
            if (value is not null)
            {
                _store.Mailbox.Watch();
            }
        }
    }

    public ValueTask<IReadOnlyList<JournalMail>> TakeMailAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (_takenMails)
        {
            return ValueTask.FromResult<IReadOnlyList<JournalMail>>([.. _store.Mailbox.Read(_folder, _takenMails)]);
        }
    }

    public ValueTask AcknowledgeAsync(JournalMail mail, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        _store.Mailbox.Remove(_folder, mail);
        return ValueTask.CompletedTask;
    }

    /// <summary>Tells of mails that were not taken yet.</summary>
    internal void OnMails(IEnumerable<string> ids)
    {
        if (MailArrived is not { } arrived)
        {
            return;
        }

        lock (_takenMails)
        {
            if (_takenMails.IsSupersetOf(ids))
            {
                return;
            }
        }

        arrived();
    }
}
