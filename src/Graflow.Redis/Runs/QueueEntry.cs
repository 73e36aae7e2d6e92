using Graflow.Fleets;
using Graflow.Redis.Tasks;
using Graflow.Workers;
using Microsoft.Extensions.Logging;

namespace Graflow.Redis.Runs;

/// <summary>An attempt that its driver waits for.</summary>
/// <param name="task">The attempt.</param>
internal sealed class QueueEntry(QueuedTask task)
{
    private readonly Lock _gate = new();
    private bool _isOver;

    internal QueuedTask Task => task;

    internal string Path => task.Attempt.Path;

    internal int Number => task.Attempt.Number;

    /// <summary>What the input is stored as, where it is large; null where it is not.</summary>
    internal string? Input { get; set; }

    /// <summary>What came of it; null while nothing has.</summary>
    internal string? Outcome { get; set; }

    /// <summary>Ends the waiting; whoever is first does. What is being told of the attempt is told first.</summary>
    internal bool TryEnd()
    {
        lock (_gate)
        {
            return !_isOver && (_isOver = true);
        }
    }

    internal void End(TaskOutcome outcome)
    {
        if (!TryEnd())
        {
            return;
        }

        Outcome = outcome.EntryId;
        if (outcome.Delivery is { } delivery)
        {
            // Of a quick one, nothing was told before.
            Begin(delivery);
        }

        if (outcome.Kind == TaskOutcomeKind.Crashed)
        {
            var (deliveries, worker) = outcome.Crash;
            task.Fail(new WorkerCrashedException(task.Attempt.Path, deliveries, new WorkerLoss($"worker {worker} did not renew its lease", new WorkerExit(null, null, null), [])));
        }
        else
        {
            task.Complete(outcome.Value);
        }
    }

    internal void End(Exception exception)
    {
        if (TryEnd())
        {
            task.Fail(exception);
        }
    }

    internal void Tell(TaskNote note)
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                Pass(note);
            }
        }
    }

    private void Begin(in TaskDelivery delivery) => task.Started(delivery.Worker, delivery.Number, delivery.Elapsed);

    private void Pass(TaskNote note)
    {
        switch (note.Kind)
        {
            case TaskNoteKind.Started:
                Begin(note.Delivery);
                break;
            case TaskNoteKind.Progress:
                task.Progress(note.Number, note.Text is { Length: > 0 } text ? text : null);
                break;
            case TaskNoteKind.Log:
                task.Log((LogLevel)(int)note.Number, note.Text);
                break;
            case TaskNoteKind.Output:
                task.Output((OutputStream)(int)note.Number, note.Text);
                break;
            case TaskNoteKind.CancelRun:
                task.CancelRun(note.Text);
                break;
        }
    }
}
