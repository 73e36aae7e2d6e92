using Quickstart.Etl;

namespace Quickstart.Analysis;

/// <summary>A seismic region of the week.</summary>
/// <param name="Name">The one or two countries, states or seas that at least a fifth of its quakes name.</param>
/// <param name="Centre">The middle of its quakes.</param>
/// <param name="Count">How many quakes of magnitude 2.5 and above it had.</param>
/// <param name="MedianDepth">In kilometres.</param>
/// <param name="Strongest">Its strongest quake.</param>
public sealed record Region(string Name, Location Centre, int Count, double MedianDepth, Quake Strongest)
{
    private const double SmallestShare = 0.2;

    public static Region Describe(QuakeCluster cluster) => new(
        NameOf(cluster.Quakes),
        cluster.Centre,
        cluster.Quakes.Count,
        cluster.Quakes.Select(static quake => quake.Depth).Median(),
        cluster.Quakes.MaxBy(static quake => quake.Magnitude)!);

    private static string NameOf(IReadOnlyList<Quake> quakes) => string.Join(" and ", quakes
        .CountBy(static quake => AreaOf(quake.Place))
        .Where(area => area.Value >= SmallestShare * quakes.Count)
        .OrderByDescending(static area => area.Value)
        .Take(2)
        .Select(static area => area.Key)
        .DefaultIfEmpty("Many areas"));

    private static string AreaOf(string place) => place[(place.LastIndexOf(',') + 1)..].Trim() switch
    {
        "CA" => "California",
        "MX" => "Mexico",
        var area => area,
    };
}
