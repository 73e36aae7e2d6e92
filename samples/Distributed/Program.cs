using Graflow;
using Quickstart;
using Quickstart.Report;

if (args is ["worker", ..])
{
    return await GraflowHost.RunAsync(args);
}

// Usage: Distributed [folder for the report] [catalogue]; Distributed worker works for it
var folder = args.ElementAtOrDefault(0) ?? "report";
var catalogue = args.ElementAtOrDefault(1) ?? Path.Combine(AppContext.BaseDirectory, "data", "earthquakes.csv");
try
{
    var report = await AnalyzeAsync(catalogue);
    Console.WriteLine($"Report: {report.Save(folder)}");
    return 0;
}
catch (GraflowException failure)
{
    await Console.Error.WriteLineAsync($"No report: {failure.Message}");
    return 1;
}

static async Task<WeekReport> AnalyzeAsync(string catalogue)
{
    using var progress = new ConsoleObserver();
    await using var engine = new WorkflowEngine(options =>
    {
        options.Observers.Add(progress);
        options.UseRedis(Environment.GetEnvironmentVariable("GRAFLOW_REDIS") ?? "localhost:6379");
    });
    await using var run = await engine.StartAsync(Earthquakes.Week, catalogue);
    var findings = await run.Completion;
    var timeline = await RunTimeline.ReadAsync(run.Events);
    return new WeekReport(findings, Earthquakes.Week.ToMermaid(), timeline);
}
