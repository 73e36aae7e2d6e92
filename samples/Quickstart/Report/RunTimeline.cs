using Graflow;

namespace Quickstart.Report;

/// <summary>When each task's body ran, in the order in which they began.</summary>
/// <param name="Spans">One for each time a body ran: iterations and elements have their own.</param>
/// <param name="Duration">From the run's first event to its last.</param>
public sealed record RunTimeline(IReadOnlyList<TaskSpan> Spans, TimeSpan Duration)
{
    public static async Task<RunTimeline> ReadAsync(IAsyncEnumerable<RunEvent> events)
    {
        var running = new Dictionary<string, TimeSpan>();
        var spans = new List<TaskSpan>();
        DateTimeOffset? start = null;
        var now = TimeSpan.Zero;
        await foreach (var happened in events)
        {
            now = happened.Time - (start ??= happened.Time);
            if (happened is TaskStarted started)
            {
                running[started.TaskId] = now;
            }
            else if (happened is TaskEvent ended && EndingOf(ended) is { } ending && running.Remove(ended.TaskId, out var began))
            {
                spans.Add(new TaskSpan(ended.TaskId, began, now, ending));
            }
        }

        return new RunTimeline([.. spans.OrderBy(static span => span.Start)], now);
    }

    private static SpanEnding? EndingOf(TaskEvent happened) => happened switch
    {
        TaskSucceeded => SpanEnding.Succeeded,
        TaskContinued => SpanEnding.Continued,
        TaskFailed => SpanEnding.Failed,
        _ => null,
    };
}
