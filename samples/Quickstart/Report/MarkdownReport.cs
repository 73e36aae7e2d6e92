using System.Text;
using Quickstart.Analysis;

namespace Quickstart.Report;

/// <summary>
/// The report as Markdown. It holds no times of the run, so the same catalogue gives the same bytes on every machine.
/// </summary>
internal static class MarkdownReport
{
    public static string Write(WeekReport report)
    {
        var (findings, measurements) = (report.Findings, report.Findings.Measurements);
        var text = new StringBuilder("# A week of earthquakes\n\n");
        text.Append($"{Phrases.Period(findings)}. Events that are no earthquakes were left out: {Phrases.LeftOut(findings)}.\n");
        AddSection(text, "Key figures", KeyFigures(measurements));
        AddSection(text, "Magnitudes", Magnitudes(measurements.Summary.Classes));
        AddSection(text, "Days", Days(measurements.Summary.Days));
        AddSection(text, "Regions", Regions(measurements.Regions));
        AddSection(text, "Sequences", Sequences(measurements.Sequences));
        AddSection(text, "Checks of the data", Checks(findings.Checks));
        text.Append($"\n## The flow\n\n```mermaid\n{report.Mermaid.TrimEnd()}\n```\n");
        return text.ToString();
    }

    private static void AddSection(StringBuilder text, string title, MarkdownTable table) => text.Append($"\n## {title}\n\n{table}");

    private static MarkdownTable KeyFigures(Measurements measurements) => new MarkdownTable("Figure", "Value")
        .Add("Earthquakes", $"{measurements.Summary.Count:N0}")
        .Add("Strongest", $"{Phrases.Magnitude(measurements.Summary.Strongest)}, {measurements.Summary.Strongest.Place}, {Phrases.At(measurements.Summary.Strongest)}")
        .Add("Median depth", $"{measurements.Summary.MedianDepth:0.0} km")
        .Add("Slope b of magnitudes", $"{Phrases.Slope(measurements.Law)} ({measurements.Law.Count} quakes of M {measurements.Law.CompleteFrom:0.0} and above)")
        .Add("Regions", $"{measurements.Regions.Count}, after {measurements.Passes} passes");

    private static MarkdownTable Magnitudes(IReadOnlyList<MagnitudeClass> classes)
    {
        var table = new MarkdownTable("Class", "Magnitude", ">Quakes");
        for (var i = 0; i < classes.Count; i++)
        {
            table.Add(classes[i].Name, Phrases.Range(classes, i), $"{classes[i].Count:N0}");
        }

        return table;
    }

    private static MarkdownTable Days(IReadOnlyList<DayCount> days)
    {
        var table = new MarkdownTable("Day", ">Quakes", ">M 4 and above");
        foreach (var day in days)
        {
            table.Add(Phrases.Day(day.Day), $"{day.Quakes}", $"{day.Felt}");
        }

        return table;
    }

    private static MarkdownTable Regions(IReadOnlyList<Region> regions)
    {
        var table = new MarkdownTable(">#", "Region", ">Quakes", ">Median depth", "Strongest");
        foreach (var (i, region) in regions.Index())
        {
            table.Add($"{i + 1}", region.Name, $"{region.Count}", $"{region.MedianDepth:0.0} km", $"{Phrases.Magnitude(region.Strongest)}, {region.Strongest.Place}");
        }

        return table;
    }

    private static MarkdownTable Sequences(IReadOnlyList<QuakeSequence> sequences)
    {
        var table = new MarkdownTable("Mainshock", "When", ">Foreshocks", ">Aftershocks");
        foreach (var sequence in sequences)
        {
            table.Add($"{Phrases.Magnitude(sequence.Mainshock)}, {sequence.Mainshock.Place}", Phrases.At(sequence.Mainshock), $"{sequence.Foreshocks.Count}", $"{sequence.Aftershocks.Count}");
        }

        return table;
    }

    private static MarkdownTable Checks(IReadOnlyList<QualityCheck> checks)
    {
        var table = new MarkdownTable("Check", "Result");
        foreach (var check in checks)
        {
            table.Add(check.Name, check.Failure is { } failure ? $"no result: {failure.TaskId} failed: {failure.Message}" : check.Result!);
        }

        return table;
    }
}
