namespace Quickstart.Analysis;

/// <summary>What the quakes themselves tell.</summary>
/// <param name="Summary">The week in numbers.</param>
/// <param name="Law">How many times rarer strong quakes are.</param>
/// <param name="Sequences">The anomalies: mainshocks with many quakes around them.</param>
/// <param name="Passes">How many passes the search for regions took to converge.</param>
/// <param name="Regions">The regions, the one with most quakes first.</param>
public sealed record Measurements(
    Summary Summary,
    MagnitudeLaw Law,
    IReadOnlyList<QuakeSequence> Sequences,
    int Passes,
    IReadOnlyList<Region> Regions);
