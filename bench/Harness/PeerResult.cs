namespace Graflow.Bench.Harness;

/// <summary>A peer's rounds, each value paired by index with the other peers' rounds of the same workload.</summary>
internal sealed record PeerResult(Peer Peer, Meter Meter, IReadOnlyList<double> Values, IReadOnlyList<double> BytesPerOperation)
{
    public double Median { get; } = Statistics.Median(Values);

    public double Best { get; } = Meter.HigherIsBetter ? Values.Max() : Values.Min();

    public double Bytes { get; } = Statistics.Median(BytesPerOperation);

    /// <summary>The median of the rounds' ratios: noise that lasts longer than a round hits both sides.</summary>
    public double RatioTo(PeerResult other) => Statistics.Median([.. Values.Zip(other.Values, (mine, theirs) => mine / theirs)]);
}
