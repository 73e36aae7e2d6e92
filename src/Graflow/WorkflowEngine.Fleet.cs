using Graflow.Fleets;
using Graflow.Logs;
using Graflow.Runs;

namespace Graflow;

public sealed partial class WorkflowEngine
{
    /// <summary>The store of the engine's runs, where a fleet shares it; null otherwise.</summary>
    internal IFleetStore? Fleet => Store as IFleetStore;

    /// <summary>Hands a run to the fleet; this engine does not drive it.</summary>
    /// <returns>The run, and whether it is new: there may be one with the id, workflow and input already.</returns>
    /// <exception cref="RunConflictException">There is another run with the id.</exception>
    /// <exception cref="FlowChangedException">There is a run with the id that was started when the workflow was another one.</exception>
    internal async Task<(FleetRunHandle<TOut> Run, bool IsNew)> SubmitAsync<TIn, TOut>(IExecutable<TIn, TOut> flow, TIn input, RunOptions options, CancellationToken ct)
    {
        options.Check();
        var request = RequestOf(flow, input, options, keepsResults: false);
        var isNew = await OpenFleet().SubmitAsync(request.Start, FleetFlow.IdOf(request.Start.Workflow, request.Plan.Structure.Hash), ct).ConfigureAwait(false);
        if (!isNew)
        {
            request.CheckSame(await ReadStartAsync(request.Start.RunId, ct).ConfigureAwait(false), isStart: true);
        }

        return (HandleOf(request), isNew);
    }

    /// <summary>A run of the fleet, whoever drives it.</summary>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="RunConflictException">It is one of another workflow.</exception>
    /// <exception cref="FlowChangedException">The workflow is not what it was when the run was started.</exception>
    internal async Task<FleetRunHandle<TOut>> AttachAsync<TIn, TOut>(IExecutable<TIn, TOut> flow, string runId, CancellationToken ct)
    {
        var request = RequestOf(flow, new RunOptions { RunId = runId }, keepsResults: false);
        request.CheckSame(await ReadStartAsync(runId, ct).ConfigureAwait(false), isStart: false);
        return HandleOf(request);
    }

    /// <summary>Tries a task again that was given up, in a new run, and whatever else of its run was; the letters are gone then.</summary>
    /// <returns>The new run's id, and the other letters.</returns>
    internal Task<(string RunId, IReadOnlyList<FleetLetter> Others)> RedriveAsync(FleetLetter letter, CancellationToken ct) => LetterRedrive.RunAsync(OpenFleet(), Time, letter, ct);

    private FleetRunHandle<TOut> HandleOf<TIn, TOut>(DurableRequest<TIn, TOut> request) =>
        new(request.Start.RunId, ct => ReadEndAsync(request, ct));

    private async Task<TOut> ReadEndAsync<TIn, TOut>(DurableRequest<TIn, TOut> request, CancellationToken ct)
    {
        var runId = request.Start.RunId;
        var last = new RecordReader(await OpenFleet().WhenEndedAsync(runId, ct).ConfigureAwait(false));
        if (last.Kind == RecordKind.RunSucceeded && last.Rest() is { Length: > 0 } output)
        {
            return PayloadSerializer.Deserialize<TOut>(output.Span);
        }

        // An output that no payload carries is what a replay yields, and a failure has its cause in the records before the last.
        var content = await OpenStore().ReadAsync(runId, ct).ConfigureAwait(false);
        var run = await new RunOpening<TIn, TOut>(this, OpenStore(), request, isStart: false).ReadAsync(content, ct).ConfigureAwait(false);
        return await run.Completion.ConfigureAwait(false);
    }

    private async Task<RunStartedRecord> ReadStartAsync(string runId, CancellationToken ct) =>
        RunStartedRecord.Of(runId, await OpenStore().ReadAsync(runId, ct).ConfigureAwait(false));

    private IFleetStore OpenFleet() =>
        OpenStore() as IFleetStore ?? throw new InvalidOperationException("This engine's log is no fleet's, so that nobody else could drive the run. Reference the package Graflow.Redis, and say new WorkflowEngine(o => o.UseRedis(\"localhost:6379\")).");
}
