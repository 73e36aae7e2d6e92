namespace Graflow;

/// <summary>By what a task's body is run. Registered by name; <c>[Task(Handler = "gpu")]</c> asks for it. Called concurrently by all runs of an engine.</summary>
public interface ITaskHandler
{
    /// <summary>Runs one attempt: calls <see cref="TaskCall.InvokeAsync"/>, before and after which it may do as it likes. An exception fails the attempt.</summary>
    /// <param name="call">The task, and the way to its body.</param>
    /// <param name="context">The attempt's context.</param>
    /// <param name="ct">Fires when the attempt is cancelled, times out, or its run ends.</param>
    ValueTask ExecuteAsync(TaskCall call, TaskContext context, CancellationToken ct);
}
