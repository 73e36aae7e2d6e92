using Graflow;

namespace Quickstart.Report;

/// <summary>The flow with what its run did: how often and how long each task's body ran, and whether one failed.</summary>
internal static class FlowPicture
{
    public static FlowFragment Draw(WeekReport report) =>
        Earthquakes.Week.ToHtmlFragment(report.Timeline.Spans.GroupBy(static span => span.Task).ToDictionary(static task => task.Key, Note));

    private static FlowNote Note(IGrouping<string, TaskSpan> task) => task.Any(static span => span.Ending == SpanEnding.Failed)
        ? new FlowNote("failed, tolerated", Failed: true)
        : new FlowNote($"{task.Count()} × run, {task.Sum(static span => (span.End - span.Start).TotalMilliseconds):0.00} ms");
}
