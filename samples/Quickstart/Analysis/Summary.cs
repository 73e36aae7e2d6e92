using Quickstart.Etl;

namespace Quickstart.Analysis;

/// <summary>The week in numbers.</summary>
public sealed record Summary(
    int Count,
    double MedianDepth,
    Quake Strongest,
    IReadOnlyList<MagnitudeClass> Classes,
    IReadOnlyList<DayCount> Days)
{
    private static readonly (string Name, double From)[] Bounds =
        [("micro", double.NegativeInfinity), ("minor", 2), ("light", 4), ("moderate", 5), ("strong", 6), ("major", 7)];

    public static Summary Of(IReadOnlyList<Quake> quakes) => new(
        quakes.Count,
        quakes.Select(static quake => quake.Depth).Median(),
        quakes.MaxBy(static quake => quake.Magnitude)!,
        [.. Bounds.Select((bound, i) => new MagnitudeClass(bound.Name, bound.From, quakes.Count(quake => ClassOf(quake) == i)))],
        [.. quakes.GroupBy(static quake => DateOnly.FromDateTime(quake.Time.UtcDateTime)).OrderBy(static day => day.Key).Select(CountDay)]);

    private static int ClassOf(Quake quake) => Array.FindLastIndex(Bounds, bound => bound.From <= quake.Magnitude);

    private static DayCount CountDay(IGrouping<DateOnly, Quake> day) =>
        new(day.Key, day.Count(), day.Count(static quake => quake.Magnitude >= 4));
}
