using Microsoft.Extensions.Logging;

namespace Graflow;

/// <summary>What a task's body may know and do besides computing its output. Belongs to one attempt: once that attempt is over, abandoned or cancelled, every call that has an effect throws <see cref="AttemptEndedException"/>. The threads of a body may call it concurrently.</summary>
public abstract class TaskContext
{
    private protected TaskContext()
    {
    }

    /// <summary>The run's id.</summary>
    public abstract string RunId { get; }

    /// <summary>The vertex's path in the run, such as <c>eu/Orders.Fetch[3]#2</c>.</summary>
    public abstract string TaskId { get; }

    /// <summary>Which attempt this is, from 1.</summary>
    public abstract int Attempt { get; }

    /// <summary>Which iteration of a <see cref="Next"/> loop this is, from 0.</summary>
    public abstract int Iteration { get; }

    /// <summary>Run id and path: the same for all attempts of one execution, different for all else.</summary>
    public string IdempotencyKey => $"{RunId}/{TaskId}";

    /// <summary>Fires when the attempt is cancelled, times out, or its run ends.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>The run's key-value store. Calls take effect at once and are not undone when the attempt fails; see <see cref="OnSuccess"/>.</summary>
    public abstract IChannel Channel { get; }

    /// <summary>The services of the engine, in a scope of this attempt's own.</summary>
    /// <exception cref="InvalidOperationException">The engine was given no service provider.</exception>
    public abstract IServiceProvider Services { get; }

    /// <summary>The same services; null where the engine was given no service provider.</summary>
    internal abstract IServiceProvider? ServicesOrNull { get; }

    /// <summary>A logger whose category is <c>Graflow.Task</c>, with run, task and attempt in its scope.</summary>
    public abstract ILogger Logger { get; }

    /// <summary>Tells observers how far the body is.</summary>
    /// <param name="fraction">0 to 1.</param>
    /// <param name="text">What is being done; null says nothing about it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is less than 0, more than 1 or no number.</exception>
    public abstract void ReportProgress(double fraction, string? text = null);

    /// <summary>Adds something that the run must also finish, after this task; it takes effect if the attempt succeeds. Successors of this task do not wait for it; the innermost group branch, element or run around it does, and shares its failure. Counts as one of <see cref="RunOptions.MaxSteps"/>.</summary>
    /// <param name="executable">A task, a flow or a group, also one built just now.</param>
    /// <param name="input">Its input.</param>
    public abstract void NextTask<TIn, TOut>(IExecutable<TIn, TOut> executable, TIn input);

    /// <summary>Adds something without an input that the run must also finish, after this task.</summary>
    public void NextTask<TOut>(IExecutable<Unit, TOut> executable) => NextTask(executable, default);

    /// <summary>Records writes to the channel that are applied together, if and when the attempt succeeds: exactly once.</summary>
    /// <param name="writes">Called at once, before this method returns. Several calls add up, in their order.</param>
    public abstract void OnSuccess(Action<ChannelWriter> writes);

    /// <summary>Ends the run as cancelled, whatever the policies around this task say. Takes effect at once, also when the body then fails.</summary>
    /// <param name="reason">What <see cref="RunCancelledException.Reason"/> says, after the task's path; not empty.</param>
    public abstract void CancelRun(string reason);

    /// <summary>What a task is told over which nobody can act any more.</summary>
    private protected string EndReason => $"{TaskId}, attempt {Attempt}";

    private protected void ThrowIfNoFraction(double fraction)
    {
        if (!(fraction >= 0 && fraction <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, $"{TaskId}: progress goes from 0 to 1.");
        }
    }

    private protected InvalidOperationException NoServices() =>
        new($"{TaskId} wants a service, but the engine has no service provider. Set WorkflowEngineOptions.Services.");
}
