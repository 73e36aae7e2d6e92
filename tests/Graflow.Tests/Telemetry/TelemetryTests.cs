using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Xunit;

namespace Graflow.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Run_and_attempts_have_spans_that_link_what_was_joined()
    {
        var spans = new ConcurrentQueue<Activity>();
        var id = Guid.NewGuid().ToString("N");
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Graflow",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var flow = (Flow.Task("a", (int x) => x) | Flow.Task("b", (int x) => x + 1)) >> Flow.Task("join", ((int A, int B) x) => x.A + x.B);

        Assert.Equal(3, await new WorkflowEngine().RunAsync(flow, 1, new() { RunId = id }));

        var mine = spans.Where(span => Equals(span.GetTagItem("graflow.run.id"), id)).ToDictionary(static span => span.OperationName.Split(' ')[0]);
        Assert.Equal(["a", "b", "join", "run"], mine.Keys.Order());
        Assert.All(["a", "b", "join"], name => Assert.Equal(mine["run"].SpanId, mine[name].ParentSpanId));
        Assert.Equal(
            new[] { mine["a"].SpanId, mine["b"].SpanId }.Select(static span => span.ToString()).Order(),
            mine["join"].Links.Select(static link => link.Context.SpanId.ToString()).Order());
        Assert.Equal("Succeeded", mine["run"].GetTagItem("graflow.run.status"));
    }

    [Fact]
    public async Task A_failed_attempt_has_a_span_with_an_error_and_the_body_sees_its_span()
    {
        var spans = new ConcurrentQueue<Activity>();
        var id = Guid.NewGuid().ToString("N");
        string? seen = null;
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Graflow",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var flow = Flow.Task("fails", (int x) => { seen = Activity.Current?.Id; return x < 9 ? throw new IOException("no disk") : x; });

        await Assert.ThrowsAsync<TaskFailedException>(() => new WorkflowEngine().RunAsync(flow, 1, new() { RunId = id }));

        var attempt = spans.Single(span => span.OperationName == "fails" && Equals(span.GetTagItem("graflow.run.id"), id));
        Assert.Equal(attempt.Id, seen);
        Assert.Equal((ActivityStatusCode.Error, "no disk"), (attempt.Status, attempt.StatusDescription));
        Assert.Null(Activity.Current);
    }

    [Fact]
    public async Task Attempts_and_runs_are_measured()
    {
        var attempts = new ConcurrentQueue<string>();
        var durations = 0;
        long active = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Graflow")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (instrument.Name == "graflow.run.active")
            {
                Interlocked.Add(ref active, value);
            }
            else if (instrument.Name == "graflow.task.attempts" && tags[0].Value is "measured")
            {
                attempts.Enqueue($"{tags[0].Value}:{tags[1].Value}");
            }
        });
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            if (instrument.Name == "graflow.task.duration" && tags[0].Value is "measured" && value >= 0)
            {
                Interlocked.Increment(ref durations);
            }
        });
        listener.Start();
        var calls = 0;
        var flow = Flow.Task("measured", (int x) => ++calls == 1 ? throw new IOException() : x).With(static o => o.Retry = new() { MaxAttempts = 2 });

        Assert.Equal(5, await new WorkflowEngine().RunAsync(flow, 5));

        Assert.Equal(["measured:Failed", "measured:Succeeded"], attempts);
        Assert.Equal(2, durations);
    }
}
