using Graflow.Fleets;

namespace Graflow.Engine;

/// <summary>The attempts of one run that are in a queue, or in a worker that took them there. Each one that was submitted is settled or withdrawn, and that once; where neither happens, the run's next driver finds it. Thread-safe.</summary>
internal sealed class SubmittedTasks(IRunQueue queue)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<QueuedTask, Stage> _tasks = [];
    private bool _isClosed;

    private enum Stage
    {
        Submitting,
        Submitted,
        Withdrawn,
    }

    /// <returns>False where the run is over for this process, so that nothing was submitted.</returns>
    /// <exception cref="NotSerializableException">The input has a value that no codec can write; nothing was submitted.</exception>
    internal bool TrySubmit(QueuedTask task)
    {
        lock (_lock)
        {
            if (_isClosed)
            {
                return false;
            }

            _tasks.Add(task, Stage.Submitting);
        }

        try
        {
            queue.Submit(task);
        }
        catch
        {
            TryTake(task);
            throw;
        }

        if (EndSubmission(task))
        {
            queue.Withdraw(task);
        }

        return true;
    }

    /// <summary>Nobody waits for the attempt any more.</summary>
    internal void Withdraw(QueuedTask task)
    {
        lock (_lock)
        {
            if (!_tasks.TryGetValue(task, out var stage) || stage == Stage.Withdrawn)
            {
                return;
            }

            if (stage == Stage.Submitting)
            {
                // The queue does not have it yet; whoever submits it takes it back.
                _tasks[task] = Stage.Withdrawn;
                return;
            }

            _tasks.Remove(task);
        }

        queue.Withdraw(task);
    }

    /// <summary>What came of the attempt was written down.</summary>
    internal void Settle(QueuedTask task)
    {
        if (TryTake(task))
        {
            queue.Settle(task);
        }
    }

    /// <summary>The run is over for this process.</summary>
    /// <param name="withdraws">Whether it is for all others too, so that what is left is taken back; else the next driver wants it.</param>
    internal void Close(bool withdraws)
    {
        QueuedTask[] left;
        lock (_lock)
        {
            _isClosed = true;
            left = [.. _tasks.Keys];
            if (!withdraws)
            {
                _tasks.Clear();
                return;
            }
        }

        Array.ForEach(left, Withdraw);
    }

    private bool TryTake(QueuedTask task)
    {
        lock (_lock)
        {
            return _tasks.Remove(task, out var stage) && stage != Stage.Withdrawn;
        }
    }

    /// <returns>Whether it was withdrawn meanwhile.</returns>
    private bool EndSubmission(QueuedTask task)
    {
        lock (_lock)
        {
            if (!_tasks.TryGetValue(task, out var stage))
            {
                return false;
            }

            if (stage == Stage.Withdrawn)
            {
                return _tasks.Remove(task);
            }

            _tasks[task] = Stage.Submitted;
            return false;
        }
    }
}
