using System.Buffers;
using Graflow.Fleets;

namespace Graflow.Tests.Fleets;

/// <summary>What a loopback fleet knows of one run, whoever drives it.</summary>
internal sealed class LoopbackRun(LoopbackFleet fleet, string runId) : IRunQueue
{
    private readonly Dictionary<(string Path, int Number), LoopbackTask> _tasks = [];
    private readonly List<string> _log = [];

    internal string RunId => runId;

    internal LoopbackChannel Channel { get; } = new(fleet);

    /// <summary>Records by their kinds, and what the queue was asked, in order.</summary>
    internal IReadOnlyList<string> Log
    {
        get
        {
            lock (_log)
            {
                return [.. _log];
            }
        }
    }

    /// <summary>The attempts that the queue has not forgotten.</summary>
    internal IReadOnlyList<QueuedAttempt> Left
    {
        get
        {
            lock (_tasks)
            {
                return [.. _tasks.Values.Select(static task => task.Attempt)];
            }
        }
    }

    internal void Note(string what)
    {
        lock (_log)
        {
            _log.Add(what);
        }
    }

    public void Submit(QueuedTask task)
    {
        var input = new ArrayBufferWriter<byte>();
        task.WriteInput(input);
        var attempt = task.Attempt;
        LoopbackTask found;
        lock (_tasks)
        {
            if (!_tasks.TryGetValue((attempt.Path, attempt.Number), out found!))
            {
                found = _tasks[(attempt.Path, attempt.Number)] = new LoopbackTask(this, Sent(attempt), input.WrittenMemory) { Queue = task.Queue, Priority = task.Priority };
            }
        }

        Note($"submit {attempt.Path} {attempt.Number}");
        task.Receipt = found;
        if (found.Attach(task))
        {
            fleet.Add(found);
        }
    }

    public void Withdraw(QueuedTask task)
    {
        Note($"withdraw {task.Attempt.Path} {task.Attempt.Number}");
        Forget((LoopbackTask)task.Receipt!);
        ((LoopbackTask)task.Receipt!).Withdraw();
    }

    public void Settle(QueuedTask task)
    {
        Note($"settle {task.Attempt.Path} {task.Attempt.Number}");
        Forget((LoopbackTask)task.Receipt!);
    }

    // As it comes out of a store.
    private static QueuedAttempt Sent(QueuedAttempt attempt) =>
        new QueuedAttempt(attempt.RunId, attempt.Path, attempt.TaskId, attempt.Number) { TraceParent = attempt.TraceParent }.WithSettings(attempt.PackSettings());

    private void Forget(LoopbackTask task)
    {
        lock (_tasks)
        {
            _tasks.Remove((task.Attempt.Path, task.Attempt.Number));
        }
    }
}
