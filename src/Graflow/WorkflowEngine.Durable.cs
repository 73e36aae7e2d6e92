using Graflow.CompilerServices;
using Graflow.Logs;

namespace Graflow;

public sealed partial class WorkflowEngine
{
    /// <summary>The durable runs that this engine drives.</summary>
    internal DrivenRuns Driven { get; } = new();

    /// <summary>Goes on with a run that was started before, by this program or by one that is gone. What finished is not run again. A run that this engine drives is attached to, and one that ended is read: its events and results are as they were.</summary>
    /// <param name="flow">The workflow that the run was started with.</param>
    /// <param name="runId">The run's id.</param>
    /// <param name="ct">Cancels the run for good, also after this method returned.</param>
    /// <exception cref="InvalidOperationException">The engine has no log.</exception>
    /// <exception cref="RunNotFoundException">The log has no such run.</exception>
    /// <exception cref="RunLockedException">Another process, or another engine, drives the run.</exception>
    /// <exception cref="RunConflictException">The run is one of another workflow.</exception>
    /// <exception cref="FlowChangedException">The workflow is not what it was when the run was started.</exception>
    /// <exception cref="RunLogException">The run's journal is corrupt, or cannot be read.</exception>
    public Task<Run<TOut>> ResumeAsync<TIn, TOut>(IExecutable<TIn, TOut> flow, string runId, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(runId);
        return OpenAsync(flow, new RunOptions { RunId = runId }, isStart: false, input: default!, keepsResults: true, ct);
    }

    /// <summary>Goes on with all runs of the log that did not end and that nobody drives; call it when the program starts.</summary>
    /// <param name="ct">Stops going through the log; runs that are under way again go on.</param>
    /// <returns>The runs, with what kept one from going on; a bad run stops no other one.</returns>
    /// <exception cref="InvalidOperationException">The engine has no log.</exception>
    public async Task<IReadOnlyList<ResumedRun>> ResumeAllAsync(CancellationToken ct = default)
    {
        List<ResumedRun> runs = [];
        foreach (var head in await OpenStore().ListAsync(ct).ConfigureAwait(false))
        {
            if (!head.HasEnded && head.DrivenBy is null && Driven.Find(head.RunId) is null && await TryResumeAsync(head.RunId, ct).ConfigureAwait(false) is { } run)
            {
                runs.Add(run);
            }
        }

        return runs;
    }

    private static async Task<TOut> CompletionOf<TOut>(Task<Run<TOut>> opening) =>
        await (await opening.ConfigureAwait(false)).Completion.ConfigureAwait(false);

    /// <summary>Ends all durable runs in this process, so that they can be resumed.</summary>
    private async Task SuspendAsync()
    {
        foreach (var live in Driven.All)
        {
            await ((Task)live.Opened).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (live.Opened.IsCompletedSuccessfully)
            {
                live.Driver.TryEndEarly(new RunSuspendedException(live.RunId));
                await live.Completion.WhenTold.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private IRunStore OpenStore()
    {
        ThrowIfDisposed();
        return Store ?? throw new InvalidOperationException("This engine has no log, so that there is nothing to resume. Give it one: new WorkflowEngine(o => o.UseFileLog(\"runs\")).");
    }

    /// <summary>Nobody would suspend a run that begins now.</summary>
    /// <exception cref="ObjectDisposedException">The engine is disposed of.</exception>
    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, this);

    /// <summary>Goes on with a run whose workflow is found by its name.</summary>
    /// <returns>The run, with what kept it from going on; null when somebody else drives it.</returns>
    internal async Task<ResumedRun?> TryResumeAsync(string runId, CancellationToken ct)
    {
        var workflow = "";
        try
        {
            var content = await OpenStore().ReadAsync(runId, ct).ConfigureAwait(false);
            workflow = RunStartedRecord.Of(runId, content).Workflow;
            var registration = GraflowRegistry.TryGetWorkflow(workflow, out var known)
                ? known
                : throw new FlowDefinitionException($"Run {runId} is one of the workflow {workflow}, which this program does not have. Resume it in the program that started it.");
            await registration.Accept(new Resumption(this, runId)).ConfigureAwait(false);
            return new ResumedRun(runId, workflow, null);
        }
        catch (RunLockedException)
        {
            return null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            return new ResumedRun(runId, workflow, exception);
        }
    }

    private Task<Run<TOut>> StartDurablyAsync<TIn, TOut>(
        IExecutable<TIn, TOut> flow, TIn input, RunOptions options, bool keepsResults, CancellationToken ct)
    {
        options.Check();
        return OpenAsync(flow, options, isStart: true, input, keepsResults, ct);
    }

    private Task<Run<TOut>> OpenAsync<TIn, TOut>(
        IExecutable<TIn, TOut> flow, RunOptions options, bool isStart, TIn input, bool keepsResults, CancellationToken ct)
    {
        var store = OpenStore();
        var keeps = keepsResults && options.Keep;
        var request = isStart ? RequestOf(flow, input, options, keeps) with { IsAwaited = !keepsResults } : RequestOf(flow, options, keeps);
        return new RunOpening<TIn, TOut>(this, store, request, isStart).OpenAsync(ct);
    }

    /// <summary>What a new durable run begins with; nothing has been written.</summary>
    /// <exception cref="FlowDefinitionException">The flow is no workflow, or cannot work.</exception>
    /// <exception cref="NotSerializableException">The run's log could not hold something of it.</exception>
    internal DurableRequest<TIn, TOut> RequestOf<TIn, TOut>(IExecutable<TIn, TOut> flow, TIn input, RunOptions options, bool keepsResults)
    {
        var request = RequestOf(flow, options, keepsResults);
        return request with
        {
            Input = input,
            Start = request.Start with { BoundValues = BoundValues.Write(request.Plan), Input = PayloadSerializer.Serialize(input) },
        };
    }

    /// <summary>The same for a run that is there already, whose values and input are in its log.</summary>
    internal DurableRequest<TIn, TOut> RequestOf<TIn, TOut>(IExecutable<TIn, TOut> flow, RunOptions options, bool keepsResults)
    {
        var expression = Operand.Expression(flow, nameof(flow));
        var plan = Checked(expression.PlanFor<TIn>(), options.Execution ?? _execution);
        if (!WorkflowNames.TryFind(expression, out var workflow))
        {
            throw new FlowDefinitionException($"{flow} is no [Workflow], so that no other process could go on with the run. Put it into a static property with [Workflow] that always has the same value, {{ get; }} = …, and run that.");
        }

        DurableCheck.Run(plan);
        var start = new RunStartedRecord
        {
            Time = Time.GetUtcNow(),
            RunId = options.RunId ?? Guid.CreateVersion7(Time.GetUtcNow()).ToString("N"),
            Workflow = workflow,
            PackedStructure = plan.Structure.Packed,
            MaxSteps = options.MaxSteps,
            Deadline = options.Deadline,
            Execution = ExecutionText.Of(options.Execution),
        };
        return new DurableRequest<TIn, TOut>(plan, options, keepsResults) { Start = start };
    }

    private sealed class Resumption(WorkflowEngine engine, string runId) : IWorkflowVisitor<Task>
    {
        public Task Visit<TIn, TOut>(WorkflowRegistration<TIn, TOut> workflow, IExecutable<TIn, TOut> flow) => engine.ResumeAsync(flow, runId);
    }
}
