using Graflow.Workers;
using Microsoft.Extensions.Logging;

namespace Graflow.Handlers.Docker;

/// <summary>A docker handler: each body runs in a container.</summary>
internal sealed class DockerHandler(DockerOptions options) : IWorkerHandler
{
    bool IWorkerHandler.UsesProcesses => false;

    int IWorkerHandler.WorkersOf(WorkerOptions workers) => options.Containers;

    WorkerOptions IWorkerHandler.OptionsOf(WorkerOptions workers)
    {
        var own = workers.Checked();
        own.IdleTimeout = options.IdleTimeout ?? workers.IdleTimeout;
        own.AreReused = options.Reuse;
        return own;
    }

    IWorkerLauncher IWorkerHandler.CreateLauncher(WorkerOptions workers, TimeProvider time, ILogger logger) =>
        new ContainerLauncher(options, ProcessProgram.Find(workers.Program).Path, time, logger);

    public ValueTask ExecuteAsync(TaskCall call, TaskContext context, CancellationToken ct) => call.InvokeAsync(context, ct);
}
