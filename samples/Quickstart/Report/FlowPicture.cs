namespace Quickstart.Report;

/// <summary>What the page's script draws the flow from.</summary>
/// <param name="Dot">The flow as Graphviz text.</param>
/// <param name="Tasks">How long the bodies of each task took, and whether one failed.</param>
internal sealed record FlowPicture(string Dot, IReadOnlyList<FlowPictureTask> Tasks)
{
    public static FlowPicture From(WeekReport report) =>
        new(report.Dot, [.. report.Timeline.Spans.GroupBy(static span => span.Task).Select(FlowPictureTask.From)]);
}
