using System.Globalization;
using System.Text.RegularExpressions;
using StackExchange.Redis;

namespace Graflow.Bench.Fleet;

/// <summary>A server with a worker process, an engine that drives runs, and what they are compared with.</summary>
internal sealed partial class FleetBench : IDisposable
{
    private readonly RedisServer _server = new();
    private readonly FleetWorker _worker;
    private readonly ConnectionMultiplexer _watch;

    public FleetBench(int slots)
    {
        _worker = new FleetWorker(_server.Address, slots);
        _watch = ConnectionMultiplexer.Connect($"{_server.Address},allowAdmin=true");
        Engine = new WorkflowEngine(options => options.UseRedis(_server.Address));
        Raw = new BareSteps(_server.Address);
        Stream = new StreamQueue(_server.Address);
        Bull = BullMq.IsInstalled ? new BullMq(_server.Port, slots) : null;
    }

    public WorkflowEngine Engine { get; }

    public BareSteps Raw { get; }

    public StreamQueue Stream { get; }

    public BullMq? Bull { get; }

    /// <summary>How many scripts the server has run so far.</summary>
    public long Calls() =>
        Script().Matches((string)_watch.GetDatabase().Execute("INFO", "commandstats")!).Sum(static found => long.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture));

    public void Dispose()
    {
        Engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Bull?.Dispose();
        Raw.Dispose();
        Stream.Dispose();
        _worker.Dispose();
        _watch.Close(allowCommandsToComplete: false);
        _server.Dispose();
    }

    [GeneratedRegex(@"cmdstat_eval(?:sha)?:calls=(\d+)")]
    private static partial Regex Script();
}
