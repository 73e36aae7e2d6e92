using Graflow.Fleets;

namespace Graflow;

/// <summary>A run of a fleet, as a client sees it. Nothing needs to be disposed of. Thread-safe.</summary>
/// <typeparam name="TOut">What the workflow yields.</typeparam>
public sealed class SubmittedRun<TOut>
{
    private readonly WorkflowEngine _engine;
    private readonly FleetRunHandle<TOut> _run;

    internal SubmittedRun(WorkflowEngine engine, FleetRunHandle<TOut> run, bool isNew)
    {
        (_engine, _run, IsNew) = (engine, run, isNew);
    }

    /// <summary>The run's id.</summary>
    public string RunId => _run.RunId;

    /// <summary>Whether the submission made it; false for one that was there already.</summary>
    public bool IsNew { get; }

    /// <summary>Waits until the run has ended. One that waits for a signal, or for a worker, has not; <c>runs why</c>, or <see cref="WorkflowRuns.ExplainAsync"/>, says what for.</summary>
    /// <param name="ct">Ends the wait; the run goes on.</param>
    /// <returns>The workflow's output, or what ended the run: the same exceptions as from <see cref="WorkflowEngine.RunAsync{TIn,TOut}(IExecutable{TIn,TOut},TIn,RunOptions,CancellationToken)"/>.</returns>
    /// <exception cref="TaskFailedException">A task failed; what it failed with is inside.</exception>
    /// <exception cref="RunCancelledException">The run was cancelled.</exception>
    /// <exception cref="RunDeadlineException">The run took too long.</exception>
    /// <exception cref="RunNotFoundException">The run is gone: it was deleted, retention has removed it, or Redis has lost it.</exception>
    /// <exception cref="RedisUnavailableException">The server has not answered for half a minute; the run may go on all the same.</exception>
    public Task<TOut> WaitAsync(CancellationToken ct = default) => _run.WaitAsync(ct);

    /// <inheritdoc cref="WorkflowRuns.CancelAsync"/>
    public Task<bool> CancelAsync(string reason = "SubmittedRun.CancelAsync was called.", CancellationToken ct = default) =>
        _engine.Runs.CancelAsync(RunId, reason, ct);

    /// <inheritdoc cref="WorkflowEngine.SignalAsync{T}"/>
    public Task SignalAsync<T>(string name, T value, string? key = null, CancellationToken ct = default) =>
        _engine.SignalAsync(RunId, name, value, key, ct);
}
