namespace Graflow;

/// <summary>One attempt as a handler sees it.</summary>
public abstract class TaskCall
{
    private protected TaskCall()
    {
    }

    /// <summary>The task's id, such as <c>Orders.Fetch</c>; the vertex's path is <see cref="TaskContext.TaskId"/>.</summary>
    public abstract string TaskId { get; }

    /// <summary>The options in force.</summary>
    public abstract TaskOptions Options { get; }

    /// <summary>What goes in, boxed where it is a value.</summary>
    public abstract object? Input { get; }

    /// <summary>What came out of the last <see cref="InvokeAsync"/>, boxed where it is a value; null before, and when the task asked for something to run next.</summary>
    public abstract object? Output { get; }

    /// <summary>Runs the body. May be called again, as for a second try: the last result counts, and what an earlier call asked of its context is void.</summary>
    /// <param name="context">The attempt's context, as it was given to the handler.</param>
    /// <param name="ct">What the body sees as its token: the handler's, or one linked to it.</param>
    /// <exception cref="Exception">Whatever the body throws.</exception>
    public abstract ValueTask InvokeAsync(TaskContext context, CancellationToken ct);

    internal static InvalidOperationException NotInvoked(string path, string handler) =>
        new($"{path}: the handler \"{handler}\" ended without calling TaskCall.InvokeAsync, so that the task has no output.");
}
