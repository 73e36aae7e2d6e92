using System.Diagnostics;
using Graflow.Bench.Harness;

namespace Graflow.Bench.Fleet;

/// <summary>The way to a worker and back: as many tasks as go, one alone, a join of many, and a worker that dies.</summary>
internal static class FleetWorkloads
{
    private const int Tasks = 10_000;
    private const int RunsOfMedian = 100;
    private const int RunsOfTail = 500;

    // Three programs have to be through their JIT: client, worker and peer.
    private static readonly TimeSpan LeastWarmUp = TimeSpan.FromSeconds(8);

    /// <summary>Tasks through one worker process, whose commit of one batch claims the next.</summary>
    public static Workload Throughput(int slots, double atLeast)
    {
        var bench = new FleetBench(slots);
        var items = Items(Tasks);
        return new($"fleet-throughput-{slots}", TasksPerSecond,
        [
            new Peer("raw", Tasks, () => bench.Raw.RunAsync(Tasks, slots)) { Expected = Tasks },
            new Peer("stream", Tasks, () => bench.Stream.DrainAsync(Tasks, slots)) { Expected = Tasks },
            new Peer("graflow", Tasks, async () => await bench.Engine.RunAsync(FleetFlows.Fan, items)) { Expected = Tasks * FleetFlows.PayloadLength },
            .. bench.Bull is not { } bull ? [] : new[] { new Peer("bullmq", Tasks, () => new(bull.Do($"many {Tasks}"))) { Expected = Tasks * FleetFlows.PayloadLength } },
        ])
        {
            Floor = "raw",
            LeastWarmUp = LeastWarmUp,
            Bounds = [Bound.AtLeast(atLeast, "tasks/s"), Bound.RatioAtLeast(0.4, "raw"), .. bench.Bull is null ? [] : new[] { Bound.RatioAtLeast(1, "bullmq") }],
            Cleanup = bench.Dispose,
        };
    }

    /// <summary>A run of one task while nothing else happens, from its start to its result: the median of a hundred, one after the other.</summary>
    public static Workload OneTask()
    {
        var bench = new FleetBench(slots: 1);
        return new("fleet-one-task", Meter.Reported("ms"),
        [
            new Peer("ping", RunsOfMedian, () => QuantileAsync(RunsOfMedian, 50, () => bench.Raw.PingAsync(1))),
            new Peer("graflow", RunsOfMedian, () => QuantileAsync(RunsOfMedian, 50, () => RunOneAsync(bench))),
            .. bench.Bull is not { } bull ? [] : new[] { new Peer("bullmq", RunsOfMedian, () => new(bull.Do($"median {RunsOfMedian}"))) },
        ])
        {
            Floor = "ping",
            LeastWarmUp = LeastWarmUp,
            Bounds = [Bound.AtMost(0.5, "ms"), .. NeverSlowerThanBull(bench)],
            Cleanup = bench.Dispose,
        };
    }

    /// <summary>The slowest of a hundred of such runs, of five hundred.</summary>
    public static Workload OneTaskTail()
    {
        var bench = new FleetBench(slots: 1);
        return new("fleet-one-task-p99", Meter.Reported("ms"), [new Peer("graflow", RunsOfTail, () => QuantileAsync(RunsOfTail, 99, () => RunOneAsync(bench)))])
        {
            Floor = "graflow",
            LeastWarmUp = LeastWarmUp,
            Bounds = [Bound.AtMost(5, "ms")],
            Cleanup = bench.Dispose,
        };
    }

    /// <summary>A run that splits into so many tasks and waits for all of them.</summary>
    public static Workload Join(int width, double atMost)
    {
        var bench = new FleetBench(slots: 16);
        var items = Items(width);
        return new($"fleet-join-{width}", Milliseconds,
        [
            new Peer("raw", width, () => bench.Raw.RunAsync(width, 16)) { Expected = width },
            new Peer("graflow", width, async () => await bench.Engine.RunAsync(FleetFlows.Fan, items)) { Expected = width * FleetFlows.PayloadLength },
            .. bench.Bull is not { } bull ? [] : new[] { new Peer("bullmq", width, () => new(bull.Do($"fan {width}"))) { Expected = (width + 1) * FleetFlows.PayloadLength } },
        ])
        {
            Floor = "raw",
            LeastWarmUp = LeastWarmUp,
            Bounds = [Bound.AtMost(atMost, "ms"), .. NeverSlowerThanBull(bench)],
            Cleanup = bench.Dispose,
        };
    }

    /// <summary>Calls of Redis by worker and driver together, for each task.</summary>
    public static Workload Operations()
    {
        var bench = new FleetBench(slots: 16);
        var items = Items(Tasks);
        return new("fleet-operations", Meter.Reported("calls/task"), [new Peer("graflow", Tasks, MeasureAsync)])
        {
            Floor = "graflow",
            Rounds = 3,
            Bounds = [Bound.AtMost(1.2, "calls/task")],
            Cleanup = bench.Dispose,
        };

        async ValueTask<double> MeasureAsync()
        {
            var before = bench.Calls();
            await bench.Engine.RunAsync(FleetFlows.Fan, items);
            return (bench.Calls() - before) / (double)Tasks;
        }
    }

    /// <summary>From the <c>kill -9</c> of a worker to the result of the task that it had.</summary>
    public static Workload Recovery(double lease, double atMost, int rounds) =>
        new($"fleet-recovery-{lease}s", Meter.Reported("s"), [new Peer("graflow", 1, () => RecoverAsync(lease))])
        {
            Floor = "graflow",
            Rounds = rounds,
            Bounds = [Bound.AtMost(atMost, "s")],
        };

    private static Meter TasksPerSecond { get; } = new("tasks/s", sample => sample.Operations / sample.Elapsed.TotalSeconds, HigherIsBetter: true);

    private static Meter Milliseconds { get; } = new("ms", sample => sample.Elapsed.TotalMilliseconds);

    private static async ValueTask<double> RunOneAsync(FleetBench bench) =>
        await bench.Engine.RunAsync(FleetFlows.One, FleetFlows.Payload) is FleetFlows.PayloadLength and var length ? length : throw new WrongResultException("A task lost some of its payload.");

    /// <returns>What so many of a hundred of the calls, made one after the other, are faster than; in milliseconds.</returns>
    private static async ValueTask<double> QuantileAsync(int calls, int percent, Func<ValueTask<double>> call)
    {
        var times = new double[calls];
        for (var i = 0; i < calls; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await call();
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[calls * percent / 100];
    }

    private static async ValueTask<double> RecoverAsync(double lease)
    {
        using var server = new RedisServer();
        using var folder = new Durable.ScratchFolder();
        using var victim = new FleetWorker(server.Address, slots: 1, lease);
        await using var engine = new WorkflowEngine(options => options.UseRedis(server.Address));
        var marker = folder.Below("marker");
        var running = engine.RunAsync(FleetFlows.Stuck, marker);
        while (!File.Exists(marker))
        {
            await Task.Delay(1);
        }

        using var heir = new FleetWorker(server.Address, slots: 1, lease);
        victim.Kill();
        var killed = Stopwatch.GetTimestamp();
        var result = await running;
        return result == FleetFlows.PayloadLength ? Stopwatch.GetElapsedTime(killed).TotalSeconds : throw new WrongResultException($"The task yields {result}.");
    }

    private static Bound[] NeverSlowerThanBull(FleetBench bench) => bench.Bull is null ? [] : [Bound.FasterThan(1, "bullmq")];

    private static IReadOnlyList<string> Items(int count) => [.. Enumerable.Repeat(FleetFlows.Payload, count)];
}
