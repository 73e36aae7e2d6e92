using Graflow;
using Quickstart.Analysis;
using Quickstart.Etl;

namespace Quickstart;

/// <summary>A week of the world's earthquakes, from the delivered file to findings.</summary>
public static partial class Earthquakes
{
    /// <summary>Takes the path of a catalogue. Clean runs once, although two places name it.</summary>
    [Workflow]
    public static Flow<string, Findings> Week { get; } =
        Tasks.Read >> (Tasks.Clean | (Tasks.Clean >> Measure) | Check).Named("examine") >> Tasks.Conclude;

    private static Flow<CleanCatalog, Measurements> Measure
    {
        get
        {
            var search = Tasks.SeedRegions >> Tasks.RefineRegions;
            var regions = search >> Tasks.SplitRegions >> Tasks.DescribeRegion.ForEach();
            return (Tasks.Summarize | Tasks.FitMagnitudes | Tasks.FindSequences | search | regions).Named("measure") >> Tasks.Combine;
        }
    }

    // BestEffort: a failed check is data for the report, not the end of the run. So the type of what Grade takes is Outcome<T>.
    private static Flow<Catalog, IReadOnlyList<QualityCheck>> Check =>
        (Tasks.FindDoubles | Tasks.RateLocations).Named("check").WithPolicy(GroupPolicy.BestEffort) >> Tasks.Grade;

    [Task]
    public static Task<Catalog> Read(string path, CancellationToken ct) => CatalogReader.ReadAsync(path, ct);

    [Task]
    public static CleanCatalog Clean(Catalog catalog) => CleanCatalog.From(catalog);

    [Task]
    public static Summary Summarize(CleanCatalog catalog) => Summary.Of(catalog.Quakes);

    [Task]
    public static MagnitudeLaw FitMagnitudes(CleanCatalog catalog) => MagnitudeLaw.Fit(catalog.Quakes);

    [Task]
    public static IReadOnlyList<QuakeSequence> FindSequences(CleanCatalog catalog) => QuakeSequence.Find(catalog.Quakes);

    [Task]
    public static RegionSearch SeedRegions(CleanCatalog catalog) => RegionSearch.Seed(catalog.Quakes);

    /// <summary>A loop: the task asks to run again with the refined search until no quake changes its region.</summary>
    [Task]
    public static Next<RegionSearch> RefineRegions(RegionSearch search)
    {
        var refined = search.Refine();
        return refined.HasConverged ? refined : Next.To(Tasks.RefineRegions, refined);
    }

    [Task]
    public static IReadOnlyList<QuakeCluster> SplitRegions(RegionSearch search) => search.ToClusters();

    [Task]
    public static Region DescribeRegion(QuakeCluster cluster) => Region.Describe(cluster);

    [Task]
    public static Measurements Combine(
        Summary summary, MagnitudeLaw law, IReadOnlyList<QuakeSequence> sequences, RegionSearch search, IReadOnlyList<Region> regions) =>
        new(summary, law, sequences, search.Passes, regions);

    [Task]
    public static IReadOnlyList<DoubleReport> FindDoubles(Catalog catalog) => DoubleReport.Find(catalog);

    [Task]
    public static LocationQuality RateLocations(Catalog catalog) => LocationQuality.Rate(catalog);

    [Task]
    public static IReadOnlyList<QualityCheck> Grade(Outcome<IReadOnlyList<DoubleReport>> doubles, Outcome<LocationQuality> locations) =>
    [
        QualityCheck.From("Double reports", doubles, static found => $"{found.Count} pairs of reports may be of one event"),
        QualityCheck.From("Quality of locations", locations, static quality => $"median residual {quality.MedianResidual:0.00} s, worst {quality.WorstResidual:0.00} s"),
    ];

    [Task]
    public static Findings Conclude(CleanCatalog catalog, Measurements measurements, IReadOnlyList<QualityCheck> checks) =>
        new(catalog, measurements, checks);
}
