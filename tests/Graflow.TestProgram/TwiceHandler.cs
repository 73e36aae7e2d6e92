namespace Graflow.TestProgram;

/// <summary>Calls each body twice; the second call counts.</summary>
[TaskHandler("twice")]
public sealed class TwiceHandler : ITaskHandler
{
    public async ValueTask ExecuteAsync(TaskCall call, TaskContext context, CancellationToken ct)
    {
        await call.InvokeAsync(context, ct);
        await call.InvokeAsync(context, ct);
    }
}
