using Graflow.Bench.Floors;
using Graflow.Bench.Harness;

namespace Graflow.Bench.Processes;

/// <summary>The way to a child and back: one task at a time, as many as go, one that is large, and the first.</summary>
internal static class ProcessWorkloads
{
    private const int HopLength = 500;
    private const int FanWidth = 20_000;
    private const int Megabytes10 = 10 * 1024 * 1024;
    private const int CallsOfPayload = 4;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    /// <summary>A chain: each task waits for the one before it.</summary>
    public static Workload Hop()
    {
        var engine = new WorkflowEngine();
        var flow = ProcessTasks.Chain(HopLength).WithExecution(Execution.Processes(1));
        var socket = new EchoChild();
        return new("process-hop", MicrosecondsPerTask,
        [
            new Peer("socket", HopLength, () => new(socket.Echo(HopLength, batch: 1))) { Expected = HopLength },
            new Peer("graflow", HopLength, async () => await engine.RunAsync(flow, 0)) { Expected = HopLength },
        ])
        {
            Floor = "socket",
            LeastWarmUp = WarmUp,
            Bounds = [Bound.AtMost(60, "us")],
            Cleanup = () => End(engine, socket),
        };
    }

    /// <summary>A fan over two children.</summary>
    public static Workload Throughput()
    {
        var engine = new WorkflowEngine();
        var flow = ProcessTasks.Tasks.Next.ForEach().WithExecution(Execution.Processes(2));
        int[] items = [.. Enumerable.Range(0, FanWidth)];
        var socket = new EchoChild();
        return new("process-throughput", TasksPerSecond,
        [
            new Peer("socket, batches of 32", FanWidth, () => new(socket.Echo(FanWidth, batch: 32))) { Expected = FanWidth },
            new Peer("graflow", FanWidth, async () => (await engine.RunAsync(flow, items)).Count(value => value > 0)) { Expected = FanWidth },
        ])
        {
            Floor = "socket, batches of 32",
            LeastWarmUp = WarmUp,
            Bounds = [Bound.AtLeast(40_000, "tasks/s")],
            Cleanup = () => End(engine, socket),
        };
    }

    /// <summary>10 MB of numbers to a child, one number back.</summary>
    public static Workload Payload()
    {
        var engine = new WorkflowEngine();
        var flow = ProcessTasks.Tasks.Last.WithExecution(Execution.Processes(1));
        var values = new double[Megabytes10 / sizeof(double)];
        values[^1] = 1;
        var socket = new EchoChild();
        return new("process-payload-10MB", GigabytesPerSecond,
        [
            new Peer("socket", CallsOfPayload, () => new(socket.Send(Megabytes10, CallsOfPayload))) { Expected = CallsOfPayload },
            new Peer("graflow", CallsOfPayload, () => SendAsync(engine, flow, values)) { Expected = CallsOfPayload },
        ])
        {
            Floor = "socket",
            LeastWarmUp = WarmUp,
            Bounds = [Bound.AtLeast(1, "GB/s")],
            Cleanup = () => End(engine, socket),
        };
    }

    /// <summary>A new engine's first task in a child, against a whole life of a program that does nothing.</summary>
    public static Workload ChildStart(int rounds)
    {
        var flow = ProcessTasks.Tasks.Next.WithExecution(Execution.Processes(1));
        return new("process-child-start", Milliseconds,
        [
            InProcess.StartupWorkload.EmptyProgram(),
            new Peer("graflow", 1, () => StartAsync(flow)) { Expected = 2 },
        ])
        {
            Floor = "empty",
            Rounds = rounds,
            Bounds = [Bound.AtMost(150, "ms")],
        };
    }

    private static Meter MicrosecondsPerTask { get; } = new("us/task", sample => sample.Elapsed.TotalMicroseconds / sample.Operations);

    private static Meter TasksPerSecond { get; } = new("tasks/s", sample => sample.Operations / sample.Elapsed.TotalSeconds, HigherIsBetter: true);

    private static Meter GigabytesPerSecond { get; } =
        new("GB/s", sample => sample.Operations * (double)Megabytes10 / sample.Elapsed.TotalSeconds / 1e9, HigherIsBetter: true);

    private static Meter Milliseconds { get; } = new("ms", sample => sample.Elapsed.TotalMilliseconds);

    private static async ValueTask<double> SendAsync(WorkflowEngine engine, IExecutable<double[], double> flow, double[] values)
    {
        var sum = 0.0;
        for (var i = 0; i < CallsOfPayload; i++)
        {
            sum += await engine.RunAsync(flow, values);
        }

        return sum;
    }

    private static async ValueTask<double> StartAsync(IExecutable<int, int> flow)
    {
        await using var engine = new WorkflowEngine();
        return await engine.RunAsync(flow, 1);
    }

    private static void End(WorkflowEngine engine, EchoChild socket)
    {
        engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
        socket.Dispose();
    }
}
