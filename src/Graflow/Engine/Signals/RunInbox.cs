using Graflow.Coordination;
using Graflow.Logs;
using Graflow.Telemetry;

namespace Graflow.Engine;

/// <summary>Does what other processes ask of a durable run, each mail once: its effect is in the journal before the mail goes.</summary>
internal sealed class RunInbox
{
    private readonly IRunJournal _journal;
    private readonly RunScope _scope;
    private readonly WokenWork _reading;
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private IReadOnlyList<JournalMail> _fetched = [];

    internal RunInbox(IRunJournal journal, RunScope scope) => (_journal, _scope, _reading) = (journal, scope, new WokenWork(ReadAsync));

    /// <summary>Reads what came before the run is driven; <see cref="Open"/> delivers it.</summary>
    internal async ValueTask FetchAsync(CancellationToken ct) => _fetched = await _journal.TakeMailAsync(ct).ConfigureAwait(false);

    /// <summary>Delivers what was fetched, then whatever comes.</summary>
    internal void Open()
    {
        _journal.MailArrived = _reading.Wake;
        foreach (var mail in _fetched)
        {
            Deliver(mail);
        }

        // They are acknowledged, and what came meanwhile is read, off this thread.
        _reading.Wake();
    }

    private async Task<bool> ReadAsync()
    {
        try
        {
            foreach (var mail in await _journal.TakeMailAsync(CancellationToken.None).ConfigureAwait(false))
            {
                Deliver(mail);
                if (_scope.HasEnded)
                {
                    return false;
                }

                await _scope.Durable!.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                await _journal.AcknowledgeAsync(mail, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            // What cannot be read now is read when the next mail comes, or after a resume.
            if (!_scope.HasEnded)
            {
                Log.MailFailed(_scope.Logger, _scope.RunId, exception);
            }
        }

        return true;
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
            Log.MailRefused(_scope.Logger, _scope.RunId, exception);
        }
    }

    private void Deliver(RunMail mail)
    {
        if (mail.Signal is not { } signal)
        {
            _scope.Driver.Cancel(mail.Reason!);
        }
        else if (_scope.Durable!.History?.SignalIds.Contains(signal.Id) != true)
        {
            _scope.Waits.TrySend(signal);
        }
    }
}
