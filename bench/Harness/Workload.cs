namespace Graflow.Bench.Harness;

/// <summary>One thing to do, by several peers, in the same run.</summary>
internal sealed record Workload(string Name, Meter Meter, IReadOnlyList<Peer> Peers)
{
    /// <summary>The peer that ratios are taken to.</summary>
    public string Floor { get; init; } = "scheduler";

    public IReadOnlyList<Bound> Bounds { get; init; } = [];

    /// <summary>Calls of each peer: for measurements that cost seconds each and need no warm-up. Null means as many as the time allows.</summary>
    public int? Rounds { get; init; }

    /// <summary>The shortest warm-up of each peer: small methods are inlined only when all of them are through the JIT, which pauses in between.</summary>
    public TimeSpan LeastWarmUp { get; init; }

    /// <summary>Ends what the peers keep: processes, files.</summary>
    public Action? Cleanup { get; init; }
}
