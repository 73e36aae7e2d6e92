using System.Xml.Linq;
using Quickstart.Analysis;

namespace Quickstart.Report.Charts;

/// <summary>A column for each day; its foot are the quakes of magnitude 4 and above.</summary>
internal static class DayChart
{
    private const double Height = 250;
    private const double Top = 26;
    private const double Baseline = Height - 28;

    public static XElement Draw(IReadOnlyList<DayCount> days)
    {
        var (most, slot) = (days.Max(static day => day.Quakes), 100.0 / days.Count);
        return Plot.Frame(Height, $"Quakes a day: {string.Join(", ", days.Select(static day => $"{Phrases.Day(day.Day)} {day.Quakes}"))}.",
            Plot.Line("axis", "0", Baseline, "100%", Baseline),
            days.Select((day, i) => Column(day, (i + 0.5) * slot, slot * 0.62, (Baseline - Top) / most)));
    }

    private static object[] Column(DayCount day, double middle, double width, double unit) =>
    [
        Bar("bar", middle, width, day.Quakes * unit, $"{day.Quakes} quakes on {Phrases.Day(day.Day)}"),
        Bar("bar strong", middle, width, day.Felt * unit, $"{day.Felt} of magnitude 4 and above"),
        Plot.Text("value", $"{middle:0.##}%", Baseline - (day.Quakes * unit) - 7, $"{day.Quakes}"),
        Plot.Text("tick", $"{middle:0.##}%", Height - 8, $"{day.Day:ddd d}"),
    ];

    private static XElement Bar(string style, double middle, double width, double height, string title) => new("rect",
        new XAttribute("class", style),
        new XAttribute("x", $"{middle - (width / 2):0.##}%"),
        new XAttribute("width", $"{width:0.##}%"),
        new XAttribute("y", $"{Baseline - height:0.#}"),
        new XAttribute("height", $"{height:0.#}"),
        new XElement("title", title));
}
