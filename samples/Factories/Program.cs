// A flow is a value, so a method can make it. As gives every copy a name of its own: the same tasks, once for each region,
// with paths that say which one it was, in results and in errors.
using Graflow;

var engine = new WorkflowEngine();

// The same tasks twice, side by side.
var both = (Sales.Region("eu", 20) | Sales.Region("us", 8)).Select(reports => $"{reports.Item1} | {reports.Item2}");
Console.WriteLine(await engine.RunAsync(both, 100));

// As many as there are in a configuration; the whole flow gets the name.
string[] regions = ["eu", "us", "jp"];
var all = Flow.Parallel(regions.Select((region, i) => Sales.Region(region, i * 10))).Named("regions") >> Sales.Tasks.Join;
Console.WriteLine(await engine.RunAsync(all, 200));

// The name is in the path of every task: here for the results of a single one,
await using var run = await engine.StartAsync(all, 300);
await run.Completion;
Console.WriteLine(string.Join(", ", regions.Select(region => $"{region} {run.OutcomeOf(Sales.Tasks.Tax.As(region)).Value:0}")));

// and here in an error. A flow inside a flow has all their names.
try
{
    await engine.RunAsync(Sales.Region("north", 0).As("eu"), -1);
}
catch (ParallelGroupException error)
{
    Console.WriteLine(error.Message);
}

// Without a name it would be one task, and a task that is fed by two others is refused: by the build, where it can see the flow, else by the run.
#pragma warning disable GRF102
try
{
    await engine.RunAsync((Sales.Tasks.Load | (Sales.Tasks.Net >> Sales.Tasks.Load)).Select(loads => loads.Item1 + loads.Item2), 1);
}
catch (FlowDefinitionException error)
{
    Console.WriteLine(error.Message);
}
#pragma warning restore GRF102

internal static partial class Sales
{
    /// <summary>A flow for one region, whose tax rate is fixed when the flow is made.</summary>
    public static Flow<int, string> Region(string name, int taxPercent)
    {
        var amounts = (Tasks.Load | Tasks.Rate.Bind(taxPercent)).Named("amounts");
        return (amounts >> Tasks.Tax >> Tasks.Print).As(name);
    }

    [Task]
    public static int Load(int amount) => amount >= 0 ? amount : throw new InvalidDataException($"{amount} is negative");

    [Task]
    public static int Net(int amount) => amount / 2;

    [Task]
    public static decimal Rate(int percent) => percent / 100m;

    [Task]
    public static decimal Tax(int amount, decimal rate) => amount * rate;

    [Task]
    public static string Print(decimal tax, TaskContext context) => $"{context.TaskId.Split('/')[0]} pays {tax:0}";

    [Task]
    public static string Join(IReadOnlyList<string> reports) => string.Join(" | ", reports);
}
