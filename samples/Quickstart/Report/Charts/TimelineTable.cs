using System.Xml.Linq;

namespace Quickstart.Report.Charts;

/// <summary>The run as a table with a time axis in it: one row for each task, one bar for each time its body ran.</summary>
internal static class TimelineTable
{
    private const double RowHeight = 20;
    private const double BarHeight = 15;

    /// <summary>The shortest bar that is seen, in per cent of the run.</summary>
    private const double Visible = 0.35;

    public static XElement Draw(RunTimeline timeline)
    {
        var total = timeline.Duration.TotalMilliseconds;
        return new XElement("table",
            new XAttribute("class", "timeline"),
            new XElement("caption", new XAttribute("class", "unseen"), "When each task ran, in milliseconds since the run's start"),
            new XElement("thead", new XElement("tr", Header("Task", "name"), new XElement("th", new XAttribute("scope", "col"), new XElement("span", new XAttribute("class", "unseen"), "When"), Axis(total)), Header("Bodies", "number"), Header("Time", "number"))),
            new XElement("tbody", timeline.Spans.GroupBy(static span => span.Task).Select(task => Row(task.Key, [.. task], total))));
    }

    private static XElement Row(string task, TaskSpan[] spans, double total) => new("tr",
        new XElement("th", new XAttribute("scope", "row"), new XAttribute("class", "name"), task),
        new XElement("td", new XAttribute("class", "bars"), new XElement("svg", new XAttribute("class", "plot"), new XAttribute("height", RowHeight), new XAttribute("aria-hidden", "true"), Bars(spans, total))),
        new XElement("td", new XAttribute("class", "number"), spans.Any(static span => span.Ending == SpanEnding.Failed) ? "failed" : $"{spans.Length}"),
        new XElement("td", new XAttribute("class", "number"), $"{spans.Sum(static span => (span.End - span.Start).TotalMilliseconds):0.00} ms"));

    /// <summary>Bodies that ran at the same time share the row's height.</summary>
    private static IEnumerable<XElement> Bars(TaskSpan[] spans, double total)
    {
        var ends = new List<TimeSpan>();
        var lanes = Array.ConvertAll(spans, span =>
        {
            var lane = ends.FindIndex(end => end <= span.Start);
            if (lane < 0)
            {
                lane = ends.Count;
                ends.Add(default);
            }

            ends[lane] = span.End;
            return lane;
        });
        var height = BarHeight / ends.Count;
        return spans.Zip(lanes, (span, lane) => Bar(span, total, ((RowHeight - BarHeight) / 2) + (lane * height), height));
    }

    private static XElement Bar(TaskSpan span, double total, double top, double height)
    {
        var (start, length) = (span.Start.TotalMilliseconds, (span.End - span.Start).TotalMilliseconds);
        return new XElement("rect",
            new XAttribute("class", span.Ending == SpanEnding.Failed ? "span failed" : "span"),
            new XAttribute("x", $"{100 * start / total:0.###}%"),
            new XAttribute("y", $"{top:0.##}"),
            new XAttribute("width", $"{Math.Max(100 * length / total, Visible):0.###}%"),
            new XAttribute("height", $"{Math.Max(height - 1, 1):0.##}"),
            new XAttribute("rx", 2),
            new XElement("title", $"{span.Path}: {start:0.00} to {start + length:0.00} ms"));
    }

    private static XElement Axis(double total)
    {
        var step = Step(total);
        var ticks = Enumerable.Range(0, (int)(total / step) + 1).Select(i => i * step).ToArray();
        return new XElement("svg",
            new XAttribute("class", "plot"),
            new XAttribute("height", 18),
            new XAttribute("aria-hidden", "true"),
            ticks.Select((tick, i) => Plot.Text(i == 0 ? "tick first" : "tick", $"{100 * tick / total:0.##}%", 13, i == 0 ? "0 ms" : $"{tick:0.##}")));
    }

    private static double Step(double total)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(total / 4)));
        return (total / 4 / power) switch { < 2 => power, < 5 => 2 * power, _ => 5 * power };
    }

    private static XElement Header(string text, string style) => new("th", new XAttribute("scope", "col"), new XAttribute("class", style), text);
}
