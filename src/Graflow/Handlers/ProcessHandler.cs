using Graflow.Workers;
using Microsoft.Extensions.Logging;

namespace Graflow.Handlers;

/// <summary>The handler <c>process</c>: each body runs in a child process of this program.</summary>
internal sealed class ProcessHandler : IWorkerHandler
{
    bool IWorkerHandler.UsesProcesses => true;

    int IWorkerHandler.WorkersOf(WorkerOptions options) => options.HandlerProcesses;

    IWorkerLauncher IWorkerHandler.CreateLauncher(WorkerOptions options, TimeProvider time, ILogger logger) => new ProcessLauncher(options.Program, time);

    public ValueTask ExecuteAsync(TaskCall call, TaskContext context, CancellationToken ct) => call.InvokeAsync(context, ct);
}
