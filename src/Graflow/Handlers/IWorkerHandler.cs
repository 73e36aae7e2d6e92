using Graflow.Workers;
using Microsoft.Extensions.Logging;

namespace Graflow.Handlers;

/// <summary>A handler whose bodies run in workers of its own. An engine makes one pool for each, when the first body needs it.</summary>
internal interface IWorkerHandler : ITaskHandler
{
    /// <summary>Whether the workers are child processes of this program, so that inside <c>Execution.Processes(n)</c> those of the execution serve as well.</summary>
    bool UsesProcesses { get; }

    /// <summary>At most so many workers; at least 1.</summary>
    int WorkersOf(WorkerOptions options);

    /// <summary>How they are watched and ended, where that differs.</summary>
    WorkerOptions OptionsOf(WorkerOptions options) => options;

    /// <summary>What starts them.</summary>
    IWorkerLauncher CreateLauncher(WorkerOptions options, TimeProvider time, ILogger logger);
}
