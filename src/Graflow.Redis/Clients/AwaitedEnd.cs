using Graflow.Engine;
using Graflow.Logs;
using Graflow.Redis.Connections;

namespace Graflow.Redis.Clients;

/// <summary>Waits for the end of a run and reads it.</summary>
/// <param name="engine">What reads ends other than success: as whoever drove the run saw them.</param>
/// <param name="redis">The way to Redis.</param>
/// <param name="request">The run.</param>
internal sealed class AwaitedEnd<TIn, TOut>(WorkflowEngine engine, RedisConnection redis, DurableRequest<TIn, TOut> request) : IAwaitedEnd<TOut>
{
    private string RunId => request.Start.RunId;

    public async Task<TOut> WaitAsync(CancellationToken ct)
    {
        var last = await new EndWatch(redis, RunId).WaitAsync(ct).ConfigureAwait(false);
        var end = new RecordReader(last);
        if (end.Kind == RecordKind.RunSucceeded && end.Rest() is { Length: > 0 } output)
        {
            return PayloadSerializer.Deserialize<TOut>(output.Span);
        }

        // An output that no payload carries is what the replay yields; a failure has its cause in the records before it.
        var content = await engine.Store!.ReadAsync(RunId, ct).ConfigureAwait(false);
        var run = await new RunOpening<TIn, TOut>(engine, engine.Store, request, isStart: false).ReadAsync(content, ct).ConfigureAwait(false);
        return await run.Completion.ConfigureAwait(false);
    }
}
