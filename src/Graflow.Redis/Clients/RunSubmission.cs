using Graflow.Engine;
using Graflow.Fleets;
using Graflow.Logs;
using Graflow.Redis.Connections;
using Graflow.Redis.Runs;
using Graflow.Redis.Tasks;

namespace Graflow.Redis.Clients;

/// <summary>Writes a run's first record into Redis, from where a worker takes it, or finds the run that is there.</summary>
internal sealed class RunSubmission(WorkflowEngine engine, RedisConnection redis)
{
    internal async Task<SubmittedRun<TOut>> SubmitAsync<TIn, TOut>(IExecutable<TIn, TOut> workflow, TIn input, SubmitOptions options, CancellationToken ct)
    {
        var request = engine.RequestOf(workflow, input, options.Check(), keepsResults: false);
        var start = request.Start;
        PayloadSize.Check(start.Input.ToArray(), $"the input of {start.Workflow}");
        CellRuns runs = new(redis, redis.Cells.Of(start.RunId));
        var (isNew, _) = await runs.StartAsync(
            new RunStart(start.RunId) { Flow = FleetFlow.IdOf(start.Workflow, request.Plan.Structure.Hash), Records = [BytesOf(start)] }, ct).ConfigureAwait(false);
        if (!isNew)
        {
            request.CheckSame(await FirstRecordAsync(start.RunId, ct).ConfigureAwait(false), isStart: true);
        }

        return Of(request, isNew);
    }

    internal async Task<SubmittedRun<TOut>> AttachAsync<TIn, TOut>(IExecutable<TIn, TOut> workflow, string runId, CancellationToken ct)
    {
        var request = engine.RequestOf(workflow, new RunOptions { RunId = runId, Keep = false }, keepsResults: false);
        request.CheckSame(await FirstRecordAsync(runId, ct).ConfigureAwait(false), isStart: false);
        return Of(request, isNew: false);
    }

    private static byte[] BytesOf(RunStartedRecord start)
    {
        using var record = RecordWriter.Begin(RecordKind.RunStarted, TimeSpan.Zero);
        start.Write(record);
        return record.Written.ToArray();
    }

    private SubmittedRun<TOut> Of<TIn, TOut>(DurableRequest<TIn, TOut> request, bool isNew) =>
        new(engine, request.Start.RunId, isNew, new AwaitedEnd<TIn, TOut>(engine, redis, request));

    private async Task<RunStartedRecord> FirstRecordAsync(string runId, CancellationToken ct) =>
        RunStartedRecord.Of(runId, await engine.Store!.ReadAsync(runId, ct).ConfigureAwait(false));
}
