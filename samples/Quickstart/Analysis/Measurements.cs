using Quickstart.Etl;

namespace Quickstart.Analysis;

/// <summary>What the quakes themselves tell.</summary>
/// <param name="Passes">How many passes the search for regions took to converge.</param>
public sealed record Measurements(
    Summary Summary,
    MagnitudeLaw Law,
    IReadOnlyList<QuakeSequence> Sequences,
    int Passes,
    IReadOnlyList<Region> Regions);
