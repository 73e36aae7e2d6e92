using System.Diagnostics;
using Graflow.Telemetry;

namespace Graflow.Engine;

/// <summary>Span and measurements of one attempt.</summary>
internal sealed class AttemptTelemetry(TimeProvider time, long started, Activity? span, string taskId)
{
    private int _isOver;

    internal string? TraceParent => span?.Id;

    internal void End(AttemptEnd end, Exception? error)
    {
        if (Interlocked.Exchange(ref _isOver, 1) != 0)
        {
            return;
        }

        var tags = new TagList { { "graflow.task.id", taskId }, { "graflow.task.outcome", end.ToString() } };
        GraflowInstruments.TaskDuration.Record(time.GetElapsedTime(started).TotalSeconds, tags);
        GraflowInstruments.TaskAttempts.Add(1, tags);
        if (span is null)
        {
            return;
        }

        if (end != AttemptEnd.Succeeded)
        {
            span.SetStatus(ActivityStatusCode.Error, error is null ? end.ToString() : ExceptionText.MessageOf(error));
            span.SetTag("error.type", error?.GetType().FullName);
        }

        span.Dispose();
    }
}
