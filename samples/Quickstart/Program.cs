using Graflow;
using Quickstart;
using Quickstart.Report;

// Usage: Quickstart [folder for the report] [catalogue]
var folder = args.ElementAtOrDefault(0) ?? "report";
var catalogue = args.ElementAtOrDefault(1) ?? Path.Combine(AppContext.BaseDirectory, "data", "earthquakes.csv");

var engine = new WorkflowEngine(options => options.Observers.Add(new ConsoleObserver()));
await using var run = await engine.StartAsync(Earthquakes.Week, catalogue);
try
{
    var findings = await run.Completion;
    var timeline = await RunTimeline.ReadAsync(run.Events);
    var report = new WeekReport(findings, Earthquakes.Week.ToMermaid(), Earthquakes.Week.ToDot(), timeline);
    Console.WriteLine($"Report: {report.Save(folder)}");
    return 0;
}
catch (GraflowException failure)
{
    await Console.Error.WriteLineAsync($"No report: {failure.Message}");
    return 1;
}
