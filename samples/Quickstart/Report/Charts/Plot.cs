using System.Xml.Linq;

namespace Quickstart.Report.Charts;

/// <summary>
/// The pieces of a chart. Widths are in per cent and heights in pixels, so a chart fits every screen and its text keeps its size.
/// </summary>
internal static class Plot
{
    public static XElement Frame(double height, string label, params object[] content) => new("svg",
        new XAttribute("class", "plot"),
        new XAttribute("height", height),
        new XAttribute("role", "img"),
        new XAttribute("aria-label", label),
        content);

    public static XElement Line(string style, string x1, double y1, string x2, double y2) => new("line",
        new XAttribute("class", style),
        new XAttribute("x1", x1),
        new XAttribute("y1", $"{y1:0.#}"),
        new XAttribute("x2", x2),
        new XAttribute("y2", $"{y2:0.#}"));

    public static XElement Text(string style, string x, double y, string text) => new("text",
        new XAttribute("class", style),
        new XAttribute("x", x),
        new XAttribute("y", $"{y:0.#}"),
        text);
}
