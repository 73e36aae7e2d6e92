namespace Quickstart.Report;

/// <summary>What the picture says of one task.</summary>
internal sealed record FlowPictureTask(string Task, int Bodies, double Milliseconds, bool Failed)
{
    public static FlowPictureTask From(IGrouping<string, TaskSpan> task) => new(
        task.Key,
        task.Count(),
        task.Sum(static span => (span.End - span.Start).TotalMilliseconds),
        task.Any(static span => span.Ending == SpanEnding.Failed));
}
