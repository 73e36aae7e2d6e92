using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Quickstart.Report.Charts;

namespace Quickstart.Report;

/// <summary>
/// The report as one page that needs nothing but itself. Its content security policy names the hashes of its own scripts and
/// style and allows nothing else: no request leaves the page, and no text of the data could run as a script.
/// </summary>
internal static partial class HtmlReport
{
    public static string Write(WeekReport report)
    {
        var flow = FlowPicture.Draw(report);
        var (script, style) = (Asset.Read("page.js"), Asset.Read("page.css") + flow.Style);
        var (findings, measurements) = (report.Findings, report.Findings.Measurements);
        var slots = new Dictionary<string, string>
        {
            ["policy"] = $"default-src 'none'; script-src {string.Join(' ', flow.Scripts.Append(script).Select(Hash))} 'wasm-unsafe-eval'; style-src {Hash(style)}; base-uri 'none'; form-action 'none'",
            ["flow"] = flow.Markup,
            ["viz"] = flow.Scripts[0],
            ["viewer"] = flow.Scripts[1],
            ["script"] = script,
            ["style"] = style,
            ["period"] = Text(Phrases.Period(findings)),
            ["left-out"] = Text(Phrases.LeftOut(findings)),
            ["figures"] = Html(HtmlSections.KeyFigures(measurements, report.Timeline)),
            ["map"] = Html(WorldMap.Draw(findings)),
            ["days"] = Html(DayChart.Draw(measurements.Summary.Days)),
            ["magnitude-chart"] = Html(MagnitudeChart.Draw(findings)),
            ["magnitudes"] = Html(HtmlSections.Magnitudes(measurements.Summary.Classes)),
            ["regions"] = Html(HtmlSections.Regions(measurements.Regions)),
            ["sequences"] = Html(HtmlSections.Sequences(measurements.Sequences)),
            ["checks"] = Html(HtmlSections.Checks(findings.Checks)),
            ["timeline"] = Html(TimelineTable.Draw(report.Timeline)),
            ["flow-text"] = Text(report.Mermaid),
        };
        return Slot().Replace(Asset.Read("page.html"), slot => slots[slot.Groups[1].Value]);
    }

    private static string Html(XElement element) => element.ToString(SaveOptions.DisableFormatting);

    private static string Text(string text) => new XText(text).ToString();

    private static string Hash(string content) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";

    // One pass over the template: what fills a slot is not looked at again, so data cannot open a slot of its own.
    [GeneratedRegex(@"\{\{([a-z-]+)\}\}")]
    private static partial Regex Slot();
}
