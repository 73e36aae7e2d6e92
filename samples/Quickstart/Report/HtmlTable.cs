using System.Xml.Linq;

namespace Quickstart.Report;

/// <summary>An HTML table. Cells are nodes or text; text is escaped by the writer of XML, not by hand.</summary>
internal static class HtmlTable
{
    /// <param name="caption">What the table holds, for those who do not see it.</param>
    /// <param name="headers">The headers; one that begins with <c>&gt;</c> makes its column numeric.</param>
    /// <param name="rows">The rows, each with as many cells as there are headers.</param>
    public static XElement Build(string caption, string[] headers, IEnumerable<object[]> rows) => new("div",
        new XAttribute("class", "scroll"),
        new XAttribute("tabindex", "0"),
        new XAttribute("role", "group"),
        new XAttribute("aria-label", caption),
        new XElement("table",
            headers.Length > 4 ? new XAttribute("class", "wide") : null,
            new XElement("caption", new XAttribute("class", "unseen"), caption),
            new XElement("thead", new XElement("tr", headers.Select(static header => Cell("th", header, header.TrimStart('>'), new XAttribute("scope", "col"))))),
            new XElement("tbody", rows.Select(row => new XElement("tr", row.Zip(headers, static (content, header) => Cell("td", header, content)))))));

    private static XElement Cell(string name, string header, object content, params object[] attributes) =>
        new(name, header.StartsWith('>') ? new XAttribute("class", "number") : null, attributes, content);
}
