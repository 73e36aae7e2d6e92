using Graflow.Logs;
using Graflow.Runs;

namespace Graflow;

/// <summary>The runs in an engine's log, whoever started them: those of other processes, of earlier ones, and those that have ended. Thread-safe. All members throw <see cref="InvalidOperationException"/> when the engine keeps no log.</summary>
public sealed class WorkflowRuns
{
    // So that a distant store is not waited for once a run.
    private const int ReadAtOnce = 64;

    private readonly WorkflowEngine _engine;

    internal WorkflowRuns(WorkflowEngine engine) => _engine = engine;

    private IRunStore Store => _engine.Store ?? throw new InvalidOperationException("This engine keeps no log of its runs. Give it one: new WorkflowEngine(o => o.UseFileLog(\"runs\")).");

    /// <summary>All runs, the latest first. One whose log cannot be read is there too, and says why.</summary>
    public async Task<IReadOnlyList<RunInfo>> ListAsync(CancellationToken ct = default)
    {
        var runs = new List<RunInfo>();
        foreach (var heads in (await Store.ListAsync(ct).ConfigureAwait(false)).Chunk(ReadAtOnce))
        {
            runs.AddRange((await Task.WhenAll(heads.Select(head => InfoOfAsync(head, ct))).ConfigureAwait(false)).OfType<RunInfo>());
        }

        return [.. runs.OrderByDescending(static run => run.StartedAt ?? run.LastWriteAt).ThenBy(static run => run.RunId, StringComparer.Ordinal)];
    }

    /// <summary>One run; null when the log has none of that id.</summary>
    public async Task<RunInfo?> FindAsync(string runId, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(runId);
        var heads = await Store.ListAsync(ct).ConfigureAwait(false);
        return heads.FirstOrDefault(head => head.RunId == runId) is { } found ? await InfoOfAsync(found, ct).ConfigureAwait(false) : null;
    }

    /// <summary>What happened in a run so far, also while another process drives it. Needs nothing of the program that the run is of: tasks are told by the paths that the log has.</summary>
    /// <returns>The events in order. A log has no progress and no lines of output.</returns>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="RunLogException">Its log cannot be read.</exception>
    public async Task<IReadOnlyList<RunEvent>> EventsAsync(string runId, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(runId);
        return RecordedEvents.Read(runId, await Store.ReadAsync(runId, ct).ConfigureAwait(false));
    }

    /// <summary>Why a run is where it is: what it waits for, who drives it, or what ended it.</summary>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    public async Task<RunExplanation> ExplainAsync(string runId, CancellationToken ct = default)
    {
        var run = await RequireAsync(runId, ct).ConfigureAwait(false);
        return run.StartedAt is null
            ? new RunExplanation(run, [new RunReason(RunReasonKind.Failed, run.Problem ?? $"The log of run {runId} cannot be read.")])
            : new RunExplanation(run, await ReasonsAsync(run, ct).ConfigureAwait(false));
    }

    /// <summary>Cancels a run for good. One that nobody drives is cancelled at once; whoever drives it elsewhere is told to.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="reason">Why, for its last event and its error.</param>
    /// <param name="ct">Gives up before the run is cancelled.</param>
    /// <returns>Whether the run has ended; false where another process was told to end it.</returns>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="RunStateException">It has ended.</exception>
    public Task<bool> CancelAsync(string runId, string reason = "WorkflowRuns.CancelAsync was called.", CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        return CancelStoredAsync(runId, reason, ct);
    }

    /// <summary>Removes a run that has ended, and everything that was kept of it.</summary>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="RunStateException">It has not ended.</exception>
    /// <exception cref="RunLockedException">Somebody drives it.</exception>
    public async Task DeleteAsync(string runId, CancellationToken ct = default)
    {
        var run = await RequireAsync(runId, ct).ConfigureAwait(false);
        // One that cannot be read will never go on; nobody can say more of it.
        if (run is { HasEnded: false, StartedAt: not null, DrivenBy: null })
        {
            throw RunStateException.NotEnded(runId, "deleted");
        }

        await Store.DeleteAsync(runId, ct).ConfigureAwait(false);
    }

    /// <summary>Makes a new run of one that has ended, in which a task and all that follows from it runs again; in a run that did not succeed so does everything that kept it from succeeding, since the new run would fail of it at once. Everything else stays as it was, failures too that a policy, a <c>Try</c> or an <c>OrElse</c> took. Nothing runs yet: go on with the new run by <see cref="WorkflowEngine.ResumeAsync{TIn,TOut}"/>.</summary>
    /// <param name="runId">The run that has ended.</param>
    /// <param name="from">The path of a task of the flow itself, such as <c>eu/Orders.Fetch</c>, or of an element of a <c>ForEach</c>, such as <c>Orders.Sum[3]</c>: of the others, those that succeeded stay.</param>
    /// <param name="options">The new run's id, and the task's new input; null leaves both.</param>
    /// <param name="ct">Gives up before the new run is there.</param>
    /// <returns>The new run's id; its <see cref="RunInfo.Origin"/> is <paramref name="runId"/>.</returns>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="RunStateException">It has not ended.</exception>
    /// <exception cref="FlowChangedException">The flow is another one by now.</exception>
    /// <exception cref="ArgumentException">The flow has no such task, or the input is of another type.</exception>
    /// <exception cref="RunConflictException">There is a run with the new id.</exception>
    public Task<string> RetryAsync(string runId, string from, RunRetryOptions? options = null, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(from);
        return RunRetry.CreateAsync(Store, _engine.Time, new RetryRequest(runId, from, options ?? RunRetryOptions.Default), ct);
    }

    /// <summary>Answers a wait of a run where only the run knows what type it waits for, as a command line does; programs that know it have <see cref="WorkflowEngine.SignalAsync{T}"/>.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="name">What is waited for.</param>
    /// <param name="answer">Makes a value of the type that it is given.</param>
    /// <param name="key">Which of several waits of that name; null means the one that has waited longest.</param>
    /// <param name="ct">Gives up before the signal is stored.</param>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="SignalRefusedException">The run has ended, or no wait of it can take the signal; nothing was stored.</exception>
    public async Task AnswerAsync(string runId, string name, Func<Type, object> answer, string? key = null, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(runId);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(answer);
        var content = await Store.ReadAsync(runId, ct).ConfigureAwait(false);
        var wait = RecordedWaits.Find(runId, content, (name, key));
        var id = Guid.CreateVersion7(_engine.Time.GetUtcNow()).ToString("N");
        await _engine.SendAsync(runId, wait.Answer(id, key, answer(wait.ValueType)), ct).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<RunReason>> ReasonsAsync(RunInfo run, CancellationToken ct)
    {
        var events = await EventsAsync(run.RunId, ct).ConfigureAwait(false);
        return !run.HasEnded && _engine.Fleet is { } fleet && await fleet.FindAsync(run.RunId, ct).ConfigureAwait(false) is { } where
            ? FleetReasons.Of(run, events, where)
            : RunReasons.Of(run, events);
    }

    private async Task<bool> CancelStoredAsync(string runId, string reason, CancellationToken ct)
    {
        if (_engine.Driven.Find(runId) is { } live && await live.TryCancelAsync(reason, ct).ConfigureAwait(false))
        {
            return true;
        }

        await RequireAsync(runId, ct).ConfigureAwait(false);
        return await RunCancellation.CancelAsync(Store, _engine.Time, (runId, reason), ct).ConfigureAwait(false);
    }

    private async Task<RunInfo> RequireAsync(string runId, CancellationToken ct) =>
        await FindAsync(runId, ct).ConfigureAwait(false)
        ?? throw new RunNotFoundException(runId, "the log", EditDistance.Nearest(runId, (await Store.ListAsync(ct).ConfigureAwait(false)).Select(static head => head.RunId)));

    private async Task<RunInfo?> InfoOfAsync(JournalHead head, CancellationToken ct)
    {
        try
        {
            return RecordedRun.InfoOf(head, head.HasEnded && _engine.Fleet is { } fleet
                ? await fleet.ReadEndsAsync(head.RunId, ct).ConfigureAwait(false)
                : await Store.ReadAsync(head.RunId, ct).ConfigureAwait(false));
        }
        catch (RunLogException problem)
        {
            return RecordedRun.InfoOf(head, problem);
        }
        catch (RunNotFoundException)
        {
            // Removed since it was listed.
            return null;
        }
    }
}
