namespace Graflow.Tests.Workers.Running;

/// <summary>Notes where it runs, and what its body yielded.</summary>
internal sealed class NotingHandler : ITaskHandler
{
    internal static (int Here, int There) Last { get; private set; }

    public async ValueTask ExecuteAsync(TaskCall call, TaskContext context, CancellationToken ct)
    {
        await call.InvokeAsync(context, ct);
        Last = (Environment.ProcessId, (int)call.Output!);
    }
}
