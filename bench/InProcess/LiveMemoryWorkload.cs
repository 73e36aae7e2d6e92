using Graflow.Bench.Harness;

namespace Graflow.Bench.InProcess;

/// <summary>How much more is reachable near the end of a million iterations than near their start.</summary>
internal static class LiveMemoryWorkload
{
    private const int Early = 1_000;
    private const int Late = LoopWorkload.End - 1_000;

    /// <summary>What the runtime itself moves between two readings; a byte kept for each iteration would be fifteen times as much.</summary>
    private const int Noise = 64 * 1024;

    private static long _liveEarly;
    private static long _liveLate;

    /// <summary>Called by the looping task with its value.</summary>
    public static void Probe(int x)
    {
        if (x is Early)
        {
            _liveEarly = GC.GetTotalMemory(forceFullCollection: true);
        }
        else if (x is Late)
        {
            _liveLate = GC.GetTotalMemory(forceFullCollection: true);
        }
    }

    public static Workload Create()
    {
        var loop = GraflowPeer.Create(BenchTasks.Tasks.CountProbed, LoopWorkload.End, input: 0, LoopWorkload.End);
        return new Workload($"next-loop-{LoopWorkload.End}-growth", Meter.Reported("B"), [new Peer("graflow", LoopWorkload.End, () => MeasureAsync(loop))])
        {
            Rounds = 3,
            Bounds = [Bound.AtMost(Noise, "B")],
        };
    }

    private static async ValueTask<double> MeasureAsync(Peer loop)
    {
        ResultCheck.Verify(loop, await loop.Run());
        return _liveLate - _liveEarly;
    }
}
