// Everything that happens in a run can be watched: by observers, which hear every event in order, and by whatever listens
// to .NET's own tracing and metrics: OpenTelemetry takes AddSource("Graflow") and AddMeter("Graflow"), here it is the BCL's listeners.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Graflow;

var spans = new ConcurrentQueue<Activity>();
using var tracing = new ActivityListener
{
    ShouldListenTo = source => source.Name == "Graflow",
    Sample = (ref _) => ActivitySamplingResult.AllData,
    ActivityStopped = spans.Enqueue,
};
ActivitySource.AddActivityListener(tracing);

var meters = new ConcurrentDictionary<string, double>();
using var metrics = new MeterListener
{
    InstrumentPublished = (instrument, listener) =>
    {
        if (instrument.Meter.Name == "Graflow")
        {
            listener.EnableMeasurementEvents(instrument);
        }
    },
};
metrics.SetMeasurementEventCallback<long>((instrument, value, _, _) => meters.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
metrics.SetMeasurementEventCallback<double>((instrument, _, _, _) => meters.AddOrUpdate($"{instrument.Name} ({instrument.Unit}), measured", 1, (_, count) => count + 1));
metrics.Start();

var events = new EventCounter();
await using (var engine = new WorkflowEngine(o => o.Observers.Add(events)))
{
    Console.WriteLine(await engine.RunAsync(Weather.Forecast, "Oslo", new RunOptions { RunId = "today" }));
}

Console.WriteLine("events");
foreach (var (kind, count) in events.Counts.OrderBy(pair => pair.Key))
{
    Console.WriteLine($"  {kind}: {count}");
}

// One span for the run, and one for each attempt inside it; a task that joins others is linked to theirs.
Console.WriteLine("spans");
var run = spans.Single(span => span.OperationName.StartsWith("run ", StringComparison.Ordinal));
Console.WriteLine($"  run {run.GetTagItem("graflow.run.id")}: {run.GetTagItem("graflow.run.status")}");
foreach (var span in spans.Where(span => span.ParentSpanId == run.SpanId).OrderBy(span => $"{span.OperationName}{span.GetTagItem("graflow.task.attempt")}"))
{
    Console.WriteLine($"    {span.OperationName}, attempt {span.GetTagItem("graflow.task.attempt")}: {span.Status} {span.StatusDescription}, {span.Links.Count()} links");
}

Console.WriteLine("meters");
foreach (var (name, value) in meters.OrderBy(pair => pair.Key))
{
    Console.WriteLine($"  {name}: {value}");
}

/// <summary>Observers are called for one event at a time, off the threads that run tasks: no lock is needed, and a slow one holds up nobody.</summary>
internal sealed class EventCounter : IRunObserver
{
    public Dictionary<string, int> Counts { get; } = [];

    public void OnEvent(RunEvent runEvent)
    {
        var kind = runEvent is TaskProgressed progress ? $"TaskProgressed {progress.Text}" : runEvent.GetType().Name;
        Counts[kind] = Counts.GetValueOrDefault(kind) + 1;
    }
}

internal static partial class Weather
{
    public static Flow<string, string> Forecast => (Tasks.Wind | Tasks.Rain) >> Tasks.Combine;

    [Task]
    public static int Wind(string city, TaskContext context)
    {
        context.ReportProgress(0.5, $"wind in {city}");
        return city.Length;
    }

    [Task, Retry(2)]
    public static double Rain(string city, TaskContext context) =>
        context.Attempt == 1 ? throw new IOException("the station is silent") : city.Length / 2.0;

    [Task]
    public static string Combine(int wind, double rain) => $"wind {wind}, rain {rain}";
}
