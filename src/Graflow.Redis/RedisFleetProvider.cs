using System.Globalization;
using Graflow.Fleets;
using Graflow.Redis.Tasks;
using Graflow.Redis.Workers;

namespace Graflow.Redis;

/// <summary>What a program's commands do with Redis.</summary>
internal sealed class RedisFleetProvider : IFleetProvider
{
    public void Use(WorkflowEngineOptions options, string address)
    {
        var redis = RedisEngineExtensions.ConfiguredFor(options)?.Copy() ?? new RedisOptions();
        redis.Configuration = address;
        options.ForgetStore();
        options.UseRedis(redis);
    }

    public async Task RunWorkerAsync(WorkerOrder order, CancellationToken stop)
    {
        RedisWorkerOptions? chosen = null;
        var worker = new RedisWorker(options => Configure(order, options), options => Apply(order, chosen = options)) { WaitsForId = other => order.Tell(WaitText(chosen!, other)) };
        await using var disposed = worker.ConfigureAwait(false);
        var running = worker.RunAsync(stop);
        await Task.WhenAny(running, worker.WhenServing).ConfigureAwait(false);
        if (worker.WhenServing.IsCompletedSuccessfully)
        {
            order.Tell(TextOf(worker, chosen!));
            using var stopping = stop.Register(() => order.Tell(StopText(worker.Id, worker.Run!.Loop.Running, chosen!)));
            await running.ConfigureAwait(false);
        }

        await running.ConfigureAwait(false);
    }

    // A log of the program's own is for the runs that it starts itself.
    private static void Configure(WorkerOrder order, WorkflowEngineOptions options)
    {
        order.Configure?.Invoke(options);
        if (RedisEngineExtensions.ConfiguredFor(options) is null)
        {
            options.ForgetStore();
        }
    }

    // What the command line says wins over the environment.
    private static void Apply(WorkerOrder order, RedisWorkerOptions options)
    {
        options.ReadEnvironment();
        options.Redis = order.Address ?? options.Redis;
        if (order.Queues is { } queues)
        {
            options.SetQueues(queues, "--queues");
        }

        options.WorkerId = order.WorkerId ?? options.WorkerId;
        options.MaxConcurrentTasks = order.MaxConcurrentTasks ?? options.MaxConcurrentTasks;
        options.GracefulShutdownTimeout = order.GracefulShutdownTimeout ?? options.GracefulShutdownTimeout;
        options.Drive = order.Drive ?? options.Drive;
        options.HealthPort = order.HealthPort ?? options.HealthPort;
    }

    private static string WaitText(RedisWorkerOptions options, WorkerNamesake other) => string.Create(
        CultureInfo.InvariantCulture,
        $"Worker {options.WorkerId} waits: process {other.ProcessId} on {other.Host} has its id until {other.ListedUntil.UtcDateTime:yyyy-MM-dd HH:mm:ss'Z'}, and longer if it is alive.");

    private static string TextOf(RedisWorker worker, RedisWorkerOptions options)
    {
        var queues = QueueWeights.Text(options.Queues.Select(static queue => (queue.Key, queue.Value)).DefaultIfEmpty(("default", 1)));
        return $"Worker {worker.Id} serves {queues}, {options.MaxConcurrentTasks} at once{(options.Drive ? ", and drives runs" : "")}.{(worker.HealthPort is { } port ? $" Its health is told at port {port}." : "")}";
    }

    private static string StopText(string id, int running, RedisWorkerOptions options)
    {
        var stops = running switch
        {
            0 => $"Worker {id} stops: none of its tasks runs.",
            1 => $"Worker {id} stops: it claims nothing more, and waits up to {options.GracefulShutdownTimeout} for the task that runs before it gives it to others.",
            _ => $"Worker {id} stops: it claims nothing more, and waits up to {options.GracefulShutdownTimeout} for the {running} tasks that run before it gives them to others.",
        };
        return $"{stops} A second signal ends it at once, and gives nothing back.";
    }
}
