using Graflow.Logs;
using Graflow.Telemetry;

namespace Graflow.Engine;

/// <summary>Does what other processes ask of a durable run, each mail once: its effect is in the journal before the mail goes.</summary>
internal sealed class RunInbox(IRunJournal journal, RunScope scope) : IThreadPoolWorkItem
{
    private const int Idle = 0;
    private const int Reading = 1;
    private const int ReadingAgain = 2;

    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private IReadOnlyList<JournalMail> _fetched = [];
    private int _phase;

    /// <summary>Reads what came before the run is driven; <see cref="Open"/> delivers it.</summary>
    internal async ValueTask FetchAsync(CancellationToken ct) => _fetched = await journal.TakeMailAsync(ct).ConfigureAwait(false);

    /// <summary>Delivers what was fetched, then whatever comes.</summary>
    internal void Open()
    {
        journal.MailArrived = Wake;
        foreach (var mail in _fetched)
        {
            Deliver(mail);
        }

        // They are acknowledged, and what came meanwhile is read, off this thread.
        Wake();
    }

    void IThreadPoolWorkItem.Execute() => _ = ReadAllAsync();

    private void Wake()
    {
        while (Interlocked.CompareExchange(ref _phase, ReadingAgain, Reading) == Idle)
        {
            if (Interlocked.CompareExchange(ref _phase, Reading, Idle) == Idle)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return;
            }
        }
    }

    private async Task ReadAllAsync()
    {
        try
        {
            do
            {
                Interlocked.Exchange(ref _phase, Reading);
                foreach (var mail in await journal.TakeMailAsync(CancellationToken.None).ConfigureAwait(false))
                {
                    Deliver(mail);
                    if (scope.HasEnded)
                    {
                        return;
                    }

                    await scope.Durable!.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                    await journal.AcknowledgeAsync(mail, CancellationToken.None).ConfigureAwait(false);
                }
            }
            while (Interlocked.CompareExchange(ref _phase, Idle, Reading) != Reading);
        }
        catch (Exception exception)
        {
            // What cannot be read now is read when the next mail comes, or after a resume.
            Interlocked.Exchange(ref _phase, Idle);
            if (!scope.HasEnded)
            {
                Log.MailFailed(scope.Logger, scope.RunId, exception);
            }
        }
    }

    private void Deliver(JournalMail mail)
    {
        if (!_done.Add(mail.Id))
        {
            return;
        }

        try
        {
            Deliver(RunMail.Read(mail.Content));
        }
        catch (Exception exception) when (exception is PayloadException or SignalRefusedException)
        {
            Log.MailRefused(scope.Logger, scope.RunId, exception);
        }
    }

    private void Deliver(RunMail mail)
    {
        if (mail.Signal is not { } signal)
        {
            scope.Driver.Cancel(mail.Reason!);
        }
        else if (scope.Durable!.History?.SignalIds.Contains(signal.Id) != true)
        {
            scope.Waits.TrySend(signal);
        }
    }
}
