using Graflow.Fleets;
using Graflow.Logs;

namespace Graflow.Engine;

internal sealed partial class DurableRun
{
    /// <summary>What other processes ask of the run.</summary>
    internal RunInbox? Inbox { get; private set; }

    /// <summary>Tells the run's driver, which must end when the journal fails.</summary>
    internal void Attach(RunDriver driver)
    {
        _driver = driver;
        Inbox = new RunInbox(_journal, driver.Scope);
    }

    /// <summary>From now on the run does what other processes ask of it, and ends when its journal fails by itself.</summary>
    internal void Open()
    {
        Inbox!.Open();
        if (_journal is IFleetJournal fleet)
        {
            fleet.Failed = EndWithJournal;
            EndWithJournal();
        }
    }

    private void EndWithJournal()
    {
        if (_journal.Failure is RunLogException failure)
        {
            _driver!.TryEndEarly(failure);
        }
    }

    /// <summary>What the run's options put into its channel; the first record has it.</summary>
    internal ReadOnlyMemory<byte> InitialChannel { get; set; }

    /// <summary>Writes the run's first record.</summary>
    internal void Begin(RunStartedRecord start)
    {
        using var record = Begin(RecordKind.RunStarted);
        (start with { Channel = InitialChannel }).Write(record);
        AppendWithNext(record);
    }

    /// <summary>Writes how the run ended, unless it can go on: its journal failed, or its engine is disposed of.</summary>
    /// <returns>What kept the end from being written; null when it is there.</returns>
    internal RunLogException? End(RunCompletion completion)
    {
        try
        {
            if (completion.Error is not RunLogException)
            {
                WriteEnd(completion);
            }

            return null;
        }
        catch (RunLogException failure)
        {
            return failure;
        }
        finally
        {
            HasWrittenEnd = completion.Error is not (RunLogException or RunSuspendedException);
            Submitted?.Close(withdraws: HasWrittenEnd);
        }
    }

    /// <summary>Whether nobody can go on with the run.</summary>
    internal bool HasWrittenEnd { get; private set; }

    /// <summary>Waits until the end is safe, then frees the run's lock.</summary>
    /// <exception cref="RunLogException">The end could not be made safe.</exception>
    internal async ValueTask CloseAsync()
    {
        try
        {
            if (_journal.Failure is null)
            {
                if (HasWrittenEnd && Submitted is not null)
                {
                    _journal.Complete();
                }

                await CommitAsync(CancellationToken.None).ConfigureAwait(false);
                if (HasWrittenEnd && Submitted is null)
                {
                    _journal.Complete();
                }
            }
        }
        finally
        {
            _isClosed = true;
            await _journal.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>What ended a run early, before it was opened.</summary>
    internal Exception ReadEnd(RunEnd end) => end.Kind switch
    {
        RecordKind.RunCancelled => new RunCancelledException(History!.Start.RunId, RecordReader.Within(end.Payload, end.Kind).Text() ?? "", default),
        RecordKind.RunFailed => FailureRecord.Read(end.Payload),
        _ => new RunLogException($"Run {History!.Start.RunId} succeeded, and its journal does not lead there any more: a Select, a join or a Collect of the flow yields something else now. They must be pure: the same output for the same input."),
    };

    private void WriteEnd(RunCompletion completion)
    {
        using var record = Begin(completion.Error switch
        {
            null => RecordKind.RunSucceeded,
            RunSuspendedException => RecordKind.RunSuspended,
            RunCancelledException => RecordKind.RunCancelled,
            _ => RecordKind.RunFailed,
        });
        switch (completion.Error)
        {
            case null:
                completion.WriteOutput(record);
                break;
            case RunSuspendedException:
                break;
            case RunCancelledException cancelled:
                record.Text(cancelled.Reason);
                break;
            case var error:
                FailureRecord.Write(record, error);
                break;
        }

        AppendWithNext(record);
    }

    // To a fleet's store it travels with what follows at once: the first tasks, or the end of driving.
    private void AppendWithNext(in RecordWriter record) => Append(record, lazy: Submitted is not null, isAwaited: true);
}
