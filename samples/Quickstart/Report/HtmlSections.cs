using System.Xml.Linq;
using Quickstart.Analysis;

namespace Quickstart.Report;

/// <summary>The parts of the page that are neither charts nor fixed text.</summary>
internal static class HtmlSections
{
    public static XElement KeyFigures(Measurements measurements, RunTimeline timeline)
    {
        var strongest = measurements.Summary.Strongest;
        return new XElement("dl",
            new XAttribute("class", "figures"),
            Figure("Earthquakes", $"{measurements.Summary.Count:N0}", $"median depth {measurements.Summary.MedianDepth:0.0} km"),
            Figure("Strongest", $"{Phrases.Magnitude(strongest)}", $"{strongest.Place}, {Phrases.At(strongest)}"),
            Figure("Regions", $"{measurements.Regions.Count}", $"found in {measurements.Passes} passes"),
            Figure("Run", $"{timeline.Duration.TotalMilliseconds:0} ms", $"{timeline.Spans.Count} task bodies"));
    }

    public static XElement Magnitudes(IReadOnlyList<MagnitudeClass> classes) => HtmlTable.Build("Quakes by class of magnitude",
        ["Class", "Magnitude", ">Quakes"],
        classes.Select((item, i) => new object[] { item.Name, Phrases.Range(classes, i), $"{item.Count:N0}" }));

    public static XElement Regions(IReadOnlyList<Region> regions) => HtmlTable.Build("Seismic regions of the week",
        [">#", "Region", ">Quakes", ">Median depth", "Strongest"],
        regions.Select((region, i) => new object[]
        {
            $"{i + 1}",
            region.Name,
            $"{region.Count}",
            $"{region.MedianDepth:0.0} km",
            $"{Phrases.Magnitude(region.Strongest)} · {region.Strongest.Place}",
        }));

    public static XElement Sequences(IReadOnlyList<QuakeSequence> sequences) => HtmlTable.Build("Sequences of quakes around a mainshock",
        ["Mainshock", "When", ">Foreshocks", ">Aftershocks"],
        sequences.Select(static sequence => new object[]
        {
            $"{Phrases.Magnitude(sequence.Mainshock)} · {sequence.Mainshock.Place}",
            Phrases.At(sequence.Mainshock),
            $"{sequence.Foreshocks.Count}",
            $"{sequence.Aftershocks.Count}",
        }));

    public static XElement Checks(IReadOnlyList<QualityCheck> checks) =>
        new("div", new XAttribute("class", "checks"), checks.Select(static check => check.Failure is null ? Passed(check) : Failed(check)));

    private static XElement Passed(QualityCheck check) => new("article",
        new XAttribute("class", "check"),
        new XElement("h3", check.Name, Badge("has a result")),
        new XElement("p", check.Result));

    private static XElement Failed(QualityCheck check) => new("article",
        new XAttribute("class", "check failed"),
        new XElement("h3", check.Name, Badge("failed, tolerated")),
        new XElement("p", new XElement("code", check.Failure!.Message)),
        new XElement("dl",
            Pair("Task", check.Failure.TaskId),
            Pair("Error", check.Failure.ErrorType),
            Pair("Attempts", $"{check.Failure.Attempts}")));

    private static XElement Badge(string text) => new("span", new XAttribute("class", "badge"), text);

    private static XElement Pair(string name, string value) => new("div", new XElement("dt", name), new XElement("dd", value));

    private static XElement Figure(string name, string value, string note) => new("div",
        new XElement("dt", name),
        new XElement("dd", new XAttribute("class", "value"), value),
        new XElement("dd", note));
}
