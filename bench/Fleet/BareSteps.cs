using Graflow.Redis.Connections;
using Graflow.Redis.Keys;
using Graflow.Redis.Runs;
using Graflow.Redis.Tasks;

namespace Graflow.Bench.Fleet;

/// <summary>The raw limit: the calls that a run's tasks cannot do without, bare, through the same client. A submission of all of them, then one step after the other, each of which commits a batch and claims the next; no engine, no body, nobody who reads what came of them.</summary>
internal sealed class BareSteps : IDisposable
{
    private const string Queue = "bare";
    private const string TaskId = "Bare";
    private const int SubmittedAtOnce = 512;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly byte[] Payload = new byte[FleetFlows.PayloadLength];
    private static readonly byte[] Result = new byte[8];

    private readonly RedisConnection _redis;
    private int _runs;

    public BareSteps(string address)
    {
        var options = new RedisOptions { Configuration = address };
        _redis = RedisConnection.ConnectAsync(options, new RedisSetup(TimeProvider.System), CancellationToken.None).GetAwaiter().GetResult();
    }

    private RedisCell Cell => _redis.Cells.All[0];

    public async ValueTask<double> RunAsync(int tasks, int batch)
    {
        var run = new OwnedRun($"bare-{++_runs}", Epoch: 1, Position: 0);
        var runs = new CellRuns(_redis, Cell);
        await runs.StartAsync(new RunStart(run.RunId) { Driver = new Driver("bare", "a benchmark", Lease) }, CancellationToken.None);
        for (var first = 0; first < tasks; first += SubmittedAtOnce)
        {
            LogItem[] items = [.. Enumerable.Range(first, Math.Min(SubmittedAtOnce, tasks - first)).Select(static i => LogItem.Submit(new TaskSubmission($"t[{i}]", Queue, TaskId, new TaskInput(Payload))))];
            await runs.WriteAsync(run, first + 1, items, "", maker: null, CancellationToken.None);
        }

        var done = await StepAsync(tasks, batch);
        await runs.WriteAsync(run, tasks + 1, [LogItem.End], "", maker: null, CancellationToken.None);
        return done;
    }

    /// <returns>How many commands that do nothing were answered, one after the other.</returns>
    public async ValueTask<double> PingAsync(int pings)
    {
        for (var i = 0; i < pings; i++)
        {
            await _redis.Database.PingAsync();
        }

        return pings;
    }

    public void Dispose() => _redis.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task<int> StepAsync(int tasks, int batch)
    {
        var worker = new CellTasks(_redis, Cell);
        var (known, queues) = (KnownIds.Of(TaskId), new QueuePicker((Queue, 1)));
        IReadOnlyList<ClaimedTask> claimed = [];
        var done = 0;
        do
        {
            var reply = await worker.StepAsync(new StepRequest("bare", Lease, known, queues) { Wanted = batch, Finished = [.. claimed.Select(static task => task.Finish(FinishKind.Succeeded, Result))] }, CancellationToken.None);
            done += reply.Committed.Count(static isCommitted => isCommitted);
            claimed = reply.Claimed;
        }
        while (done < tasks && claimed.Count > 0);
        return done;
    }
}
