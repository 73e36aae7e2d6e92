using System.Collections.Concurrent;
using System.Diagnostics;
using Graflow.Telemetry;

namespace Graflow.Engine;

/// <summary>Spans and measurements of one run; exists only while somebody listens.</summary>
internal sealed class RunTelemetry
{
    private readonly RunScope _scope;
    private readonly Activity? _run;
    private readonly ConcurrentDictionary<VertexState, ActivityContext> _tasks = new();

    internal RunTelemetry(RunScope scope)
    {
        _scope = scope;
        var caller = Activity.Current;
        _run = GraflowInstruments.Source.StartActivity($"run {scope.Workflow}", ActivityKind.Producer);
        _run?.SetTag("graflow.run.id", scope.RunId).SetTag("graflow.workflow", scope.Workflow);
        Activity.Current = caller;
        GraflowInstruments.ActiveRuns.Add(1);
    }

    /// <summary>An attempt begins: its span is current for the body, and linked to the tasks whose outputs were joined for it.</summary>
    internal AttemptTelemetry StartAttempt(VertexState task, string taskId, int attempt)
    {
        var started = _scope.Time.GetTimestamp();
        var span = GraflowInstruments.Source.StartActivity(
            taskId, ActivityKind.Consumer, _run?.Context ?? default, tags: null, links: LinksOf(task));
        if (span is not null)
        {
            span.SetTag("graflow.run.id", _scope.RunId).SetTag("graflow.task.id", task.Path).SetTag("graflow.task.attempt", attempt);
            _tasks[task] = span.Context;
        }

        return new AttemptTelemetry(_scope.Time, started, span, taskId);
    }

    internal void End(RunCompletion completion)
    {
        GraflowInstruments.ActiveRuns.Add(-1);
        if (_run is null)
        {
            return;
        }

        if (completion.Error is { } error)
        {
            _run.SetStatus(ActivityStatusCode.Error, ExceptionText.MessageOf(error));
        }

        _run.SetTag("graflow.run.status", completion.Status.ToString());
        _run.Dispose();
    }

    private List<ActivityLink> LinksOf(VertexState task)
    {
        var links = new List<ActivityLink>();
        if (_run is not null)
        {
            AddLinks(links, task, depth: 0);
        }

        return links;
    }

    // Vertices between tasks, such as joins and projections, have no spans of their own: the tasks behind them are meant.
    private void AddLinks(List<ActivityLink> links, VertexState vertex, int depth)
    {
        foreach (var index in vertex.Vertex.Inputs)
        {
            var input = vertex.Frame.States[index];
            if (_tasks.TryGetValue(input, out var context))
            {
                links.Add(new ActivityLink(context));
            }
            else if (depth < 8 && input.Vertex is not ITaskVertex)
            {
                AddLinks(links, input, depth + 1);
            }
        }
    }
}
