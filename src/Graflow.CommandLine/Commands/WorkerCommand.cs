using System.CommandLine;
using Graflow.Fleets;
using Graflow.Running;

namespace Graflow.Commands;

/// <summary><c>worker</c>: runs tasks of a fleet, and drives its runs, until it is told to stop.</summary>
internal sealed class WorkerCommand
{
    private readonly Option<string?> _redis = StoreOptions.RedisOption(isRecursive: false);
    private readonly Option<string?> _queues = new("--queues") { Description = "The queues to serve, with weights: a,b:3. $GRAFLOW_QUEUES where it is absent, else default.", HelpName = "queues" };
    private readonly Option<string?> _workerId = new("--worker-id") { Description = "The worker's name, the only one of its kind in the fleet. $WORKER_ID where it is absent, else made of machine, process and chance.", HelpName = "id" };
    private readonly Option<int?> _tasks = new("--max-concurrent-tasks")
    {
        Description = "How many bodies run at once. $MAX_CONCURRENT_TASKS where it is absent, else the number of processors.",
        HelpName = "count",
        CustomParser = static result => CountText.Read(result, least: 0),
    };

    private readonly Option<TimeSpan?> _timeout = new("--graceful-shutdown-timeout")
    {
        Description = "How long bodies may go on after SIGTERM or SIGINT, such as 90s, 10m or 00:10:00; then they are cancelled and given to others. $GRACEFUL_SHUTDOWN_TIMEOUT where it is absent, else 30s.",
        HelpName = "time",
        CustomParser = static result => TimeText.Read(result),
    };

    private readonly Option<bool> _drive = new("--drive") { Description = "Drive runs too, which is the default; $GRAFLOW_DRIVE." };
    private readonly Option<bool> _noDrive = new("--no-drive") { Description = "Only run tasks." };
    private readonly Option<int?> _health = new("--health-port")
    {
        Description = "Where GET /health says whether the worker reaches its queues; 0 takes a free port. $HEALTH_PORT where it is absent, else none.",
        HelpName = "port",
        CustomParser = static result => CountText.Read(result, least: 0, most: 65_535),
    };

    private WorkerCommand()
    {
    }

    internal static Command Create(CommandContext context)
    {
        var worker = new WorkerCommand();
        var command = new Command("worker", "Runs tasks of a fleet and drives its runs, until SIGTERM or SIGINT: then it takes nothing more, ends what runs, and exits with 0. A second signal ends it at once, with 130. Needs Graflow.Redis.")
        {
            worker._redis, worker._queues, worker._workerId, worker._tasks, worker._timeout, worker._drive, worker._noDrive, worker._health,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(worker._drive) && result.GetValue(worker._noDrive))
            {
                result.AddError("Give --drive or --no-drive, not both.");
            }
        });
        command.SetAction((parsed, ct) => worker.RunAsync(context, parsed, ct));
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, ParseResult parsed, CancellationToken ct)
    {
        var provider = StoreOptions.RequireProvider();
        var order = new WorkerOrder(context.Configure, context.Streams.Error.WriteLine)
        {
            Address = parsed.GetValue(_redis),
            Queues = parsed.GetValue(_queues),
            WorkerId = parsed.GetValue(_workerId),
            MaxConcurrentTasks = parsed.GetValue(_tasks),
            GracefulShutdownTimeout = parsed.GetValue(_timeout),
            Drive = parsed.GetValue(_noDrive) ? false : parsed.GetValue(_drive) ? true : null,
            HealthPort = parsed.GetValue(_health),
        };
        using var interruption = new Interruption(TimeProvider.System, context.Streams.AreOfProcess, static () => Environment.Exit(ExitCode.Cancelled));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, interruption.Token);
        await provider.RunWorkerAsync(order, stop.Token).ConfigureAwait(false);
        return ExitCode.Ok;
    }
}
