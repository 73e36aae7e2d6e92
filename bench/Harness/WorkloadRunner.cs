using System.Diagnostics;

namespace Graflow.Bench.Harness;

/// <summary>Measures the peers of a workload in paired rounds: each round calls every peer once, starting with another one each time.</summary>
internal sealed class WorkloadRunner(Effort effort)
{
    public async Task<WorkloadResult> RunAsync(string suite, Workload workload)
    {
        // Rounds start on a pool thread, as they do in a server; a peer's inline work then has a local queue.
        await Task.Yield();
        if (workload.Rounds is null)
        {
            foreach (var peer in workload.Peers)
            {
                await WarmUp.RunAsync(peer, workload.LeastWarmUp, effort.WarmUp);
            }
        }

        var samples = await MeasureAsync(workload);
        return new WorkloadResult(suite, workload, [.. workload.Peers.Select((peer, i) => ToResult(peer, workload.Meter, samples[i]))]);
    }

    private async Task<List<Sample>[]> MeasureAsync(Workload workload)
    {
        var samples = workload.Peers.Select(_ => new List<Sample>()).ToArray();
        var start = Stopwatch.GetTimestamp();
        for (var round = 0; GoesOn(workload, round, start); round++)
        {
            for (var i = 0; i < samples.Length; i++)
            {
                var turn = (i + round) % samples.Length;
                samples[turn].Add(await MeasureAsync(workload.Peers[turn]));
            }
        }

        return samples;
    }

    private bool GoesOn(Workload workload, int round, long start) =>
        workload.Rounds is { } rounds
            ? round < rounds
            : round < effort.FewestRounds || (round < effort.MostRounds && Stopwatch.GetElapsedTime(start) < effort.Measuring);

    private static async Task<Sample> MeasureAsync(Peer peer)
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var result = await peer.Run();
        var elapsed = Stopwatch.GetElapsedTime(start);
        var cpuSpent = Environment.CpuUsage.TotalTime - cpu;
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        ResultCheck.Verify(peer, result);
        return new Sample(peer.Operations, elapsed, cpuSpent, bytes, result);
    }

    private static PeerResult ToResult(Peer peer, Meter meter, List<Sample> samples) => new(
        peer,
        meter,
        [.. samples.Select(meter.Read)],
        [.. samples.Select(sample => (double)sample.AllocatedBytes / sample.Operations)]);
}
