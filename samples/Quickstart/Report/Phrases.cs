using Quickstart.Analysis;
using Quickstart.Etl;

namespace Quickstart.Report;

/// <summary>What both reports say in the same words.</summary>
internal static class Phrases
{
    public static string Period(Findings findings)
    {
        var days = findings.Measurements.Summary.Days;
        return $"{days[0].Day:d MMMM} to {days[^1].Day:d MMMM yyyy} (UTC)";
    }

    public static string LeftOut(Findings findings) =>
        string.Join(", ", findings.Catalog.LeftOut.OrderBy(static kind => kind.Key).Select(static kind => $"{kind.Value} × {kind.Key}")) is { Length: > 0 } kinds
            ? kinds
            : "none";

    public static string Day(DateOnly day) => $"{day:ddd d MMM}";

    public static string At(Quake quake) => $"{quake.Time.UtcDateTime:d MMM, HH:mm}";

    public static string Magnitude(Quake quake) => $"M {quake.Magnitude:0.0}";

    public static string Slope(MagnitudeLaw law) => $"{law.B:0.00} ± {law.Error:0.00}";

    public static string Range(IReadOnlyList<MagnitudeClass> classes, int i) => (i, i + 1 < classes.Count) switch
    {
        (0, _) => $"below {classes[1].From:0}",
        (_, true) => $"{classes[i].From:0} to {classes[i + 1].From - 0.1:0.0}",
        _ => $"{classes[i].From:0} and above",
    };
}
