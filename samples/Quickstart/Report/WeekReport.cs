using Quickstart.Analysis;

namespace Quickstart.Report;

/// <summary>All that a report shows: the findings, the flow that made them, and how its run went.</summary>
/// <param name="Findings">What the flow found.</param>
/// <param name="Mermaid">The flow as Mermaid text.</param>
/// <param name="Timeline">When which task ran.</param>
public sealed record WeekReport(Findings Findings, string Mermaid, RunTimeline Timeline)
{
    /// <summary>Writes both reports into a folder, which is made if it is missing, and returns the page's full path.</summary>
    public string Save(string folder)
    {
        Directory.CreateDirectory(folder);
        var page = Path.GetFullPath(Path.Combine(folder, "report.html"));
        File.WriteAllText(Path.Combine(folder, "report.md"), MarkdownReport.Write(this));
        File.WriteAllText(page, HtmlReport.Write(this));
        return page;
    }
}
