using Quickstart.Etl;

namespace Quickstart.Analysis;

/// <summary>Two reports that may be of one event: closer than 16 s and 100 km, the limits by which networks associate reports.</summary>
public sealed record DoubleReport(Quake First, Quake Second)
{
    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(16);
    private const double Reach = 100;

    public static IReadOnlyList<DoubleReport> Find(Catalog catalog)
    {
        var events = catalog.ReadRows().Select(Quake.Parse).OrderBy(static report => report.Time).ToArray();
        return [.. events.Zip(events.Skip(1), static (first, second) => new DoubleReport(first, second)).Where(static pair => pair.MayBeOne)];
    }

    private bool MayBeOne => Second.Time - First.Time < LongestGap && First.Epicentre.DistanceTo(Second.Epicentre) < Reach;
}
