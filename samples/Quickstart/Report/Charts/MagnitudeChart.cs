using System.Xml.Linq;
using Quickstart.Analysis;

namespace Quickstart.Report.Charts;

/// <summary>How many quakes reach each magnitude, on a logarithmic scale, and the law fitted to those of which none is missed.</summary>
internal static class MagnitudeChart
{
    private const double Height = 250;
    private const double Top = 14;
    private const double Baseline = Height - 28;
    private const double Least = -1, Most = 7;

    public static XElement Draw(Findings findings)
    {
        var law = findings.Measurements.Law;
        var magnitudes = findings.Catalog.Quakes.Select(static quake => quake.Magnitude).ToArray();
        var decades = Math.Ceiling(Math.Log10(magnitudes.Length));
        var strongest = magnitudes.Max();
        return Plot.Frame(Height, $"Quakes by magnitude: {law.Count} of magnitude {law.CompleteFrom} and above, slope b {Phrases.Slope(law)}.",
            Enumerable.Range(0, (int)decades + 1).Select(power => Decade(power, decades)),
            Enumerable.Range(0, 8).Select(static magnitude => Plot.Text("tick", X(magnitude), Height - 8, magnitude == 0 ? "M 0" : $"{magnitude}")),
            Steps(magnitudes, decades),
            Plot.Line("law", X(law.CompleteFrom), Y(law.ExpectedFrom(law.CompleteFrom), decades), X(strongest), Y(law.ExpectedFrom(strongest), decades)),
            Plot.Text("note", X(law.CompleteFrom + 0.1), Y(law.ExpectedFrom(law.CompleteFrom), decades) - 26, $"b = {Phrases.Slope(law)}"));
    }

    private static IEnumerable<XElement> Steps(double[] magnitudes, double decades)
    {
        for (var magnitude = Least; magnitude <= Most; magnitude += 0.1)
        {
            var from = Math.Round(magnitude, 1);
            var count = magnitudes.Count(other => other >= from - 0.05);
            if (count > 0)
            {
                yield return new XElement("circle",
                    new XAttribute("class", "step"),
                    new XAttribute("cx", X(from)),
                    new XAttribute("cy", $"{Y(count, decades):0.#}"),
                    new XAttribute("r", 2.6),
                    new XElement("title", $"{count} quakes of magnitude {from:0.0} and above"));
            }
        }
    }

    private static XElement[] Decade(int power, double decades)
    {
        var y = Y(Math.Pow(10, power), decades);
        return
        [
            Plot.Line(power == 0 ? "axis" : "grid", "0", y, "100%", y),
            Plot.Text("scale", "100%", y - 5, $"{Math.Pow(10, power):N0}"),
        ];
    }

    private static string X(double magnitude) => $"{100 * (magnitude - Least + 0.15) / (Most - Least + 0.3):0.##}%";

    private static double Y(double count, double decades) => Baseline - (Math.Log10(count) / decades * (Baseline - Top));
}
