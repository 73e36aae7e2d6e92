using System.Globalization;

namespace Graflow.Engine;

/// <summary>A run's execution, in a journal.</summary>
internal static class ExecutionText
{
    internal static string? Of(Execution? execution) => execution switch
    {
        null => null,
        ThreadsExecution { Limit: int.MaxValue } => "Threads",
        ThreadsExecution threads => string.Create(CultureInfo.InvariantCulture, $"Threads {threads.Limit}"),
        ProcessesExecution processes => string.Create(CultureInfo.InvariantCulture, $"Processes {processes.Count}"),
        QueueExecution queue => $"Queue {queue.Name}",
        _ => "Direct",
    };

    /// <exception cref="RunLogException">A newer version wrote it.</exception>
    internal static Execution? Read(string? text) => text?.Split(' ') switch
    {
        null => null,
        ["Direct"] => Execution.Direct,
        ["Threads"] => Execution.Threads(),
        ["Threads", var limit] => Execution.Threads(int.Parse(limit, CultureInfo.InvariantCulture)),
        ["Processes", var count] => Execution.Processes(int.Parse(count, CultureInfo.InvariantCulture)),
        ["Queue", var name] => new QueueExecution(name),
        _ => throw new RunLogException($"The run's execution is {text}, which this version of Graflow does not know. Update this program first."),
    };
}
