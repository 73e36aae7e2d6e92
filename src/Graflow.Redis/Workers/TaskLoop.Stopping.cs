namespace Graflow.Redis.Workers;

internal sealed partial class TaskLoop
{
    /// <summary>Ends when the loop was told to claim nothing more, nothing runs any more and Redis has all that came of it.</summary>
    internal Task WhenDrained => _drained.Task;

    /// <summary>Claims nothing more. What runs goes on.</summary>
    internal void StopClaiming()
    {
        lock (_gate)
        {
            _isStopping = true;
        }

        Pump();
    }

    /// <summary>Tells all bodies to end; what comes of those that do not succeed is given to other workers.</summary>
    internal void CancelAll()
    {
        foreach (var task in AllRunning())
        {
            task.Cancel();
        }
    }

    /// <summary>Gives what still runs to other workers. Nothing that it comes to counts.</summary>
    internal void HandBackAll()
    {
        var running = AllRunning();
        lock (_gate)
        {
            HandBack(running);
        }

        Pump();
    }

    /// <summary>Tries nothing again.</summary>
    internal void Close()
    {
        Volatile.Write(ref _isClosed, true);
        _drained.TrySetResult();
    }

    private void HandBack(RunningTask[] tasks)
    {
        foreach (var task in tasks)
        {
            if (Free(task) && !task.IsLost)
            {
                task.Line.Ended.Add(new EndedTask(task, task.Back()));
            }
        }
    }

    private RunningTask[] AllRunning()
    {
        lock (_gate)
        {
            return [.. _lines.SelectMany(static line => line.Running.Values)];
        }
    }
}
