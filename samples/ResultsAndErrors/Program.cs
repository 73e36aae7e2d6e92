// What came of it? RunAsync returns the output or throws what ended the run; StartAsync gives a run that can be asked
// for every task's outcome, for the elements of a map, and for all that happened.
using Graflow;
using static Invoices.Tasks;

var engine = new WorkflowEngine();
var flow = Read >> (Sum | Check) >> Book;

Console.WriteLine($"the output: {await engine.RunAsync(flow, "10 20 30")}");

Console.WriteLine("what RunAsync throws:");
try
{
    await engine.RunAsync(Read >> Sum, "10 twenty 30");
}
catch (TaskFailedException error)
{
    // The body's own exception is inside, with its stack.
    Console.WriteLine($"  {error.TaskId}, attempt {error.Attempts}: {error.InnerException!.GetType().Name}");
}

try
{
    await engine.RunAsync(flow, "10 20 -5");
}
catch (ParallelGroupException error)
{
    Console.WriteLine($"  failed: {string.Join(", ", error.Failed.Select(branch => branch.TaskId))}; succeeded: {string.Join(", ", error.Succeeded.Select(branch => branch.TaskId))}");
}

try
{
#pragma warning disable GRF101 // The build refuses it too, with the same words.
    await engine.RunAsync(Read >> Sum >> (Sum.Bind([1]) | Show).Select(both => both.Item2), "1");
#pragma warning restore GRF101
}
catch (FlowDefinitionException error)
{
    Console.WriteLine($"  before anything ran: {error.Message}");
}

Console.WriteLine("what a run knows:");
await using var run = await engine.StartAsync(flow, "10 20 -5", new RunOptions { RunId = "march" });
await ((Task)run.Completion).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
Console.WriteLine($"  {run.Id} has {run.Status}");
Console.WriteLine($"  Sum is {run.OutcomeOf(Sum).Kind} with {run.OutcomeOf(Sum).Value}");
Console.WriteLine($"  Check is {run.OutcomeOf(Check).Kind}");
Console.WriteLine($"  Book is {run.OutcomeOf(Book).Kind}");

// A failure is data: it can be stored, sent, and shown without the exception.
var failure = run.OutcomeOf(Check).Failure!;
Console.WriteLine($"  {failure.TaskId} tried {failure.Attempts} times: {failure.ErrorType}: {failure.Message}");

var (events, last) = (0L, "");
await foreach (var runEvent in run.Events)
{
    (events, last) = (runEvent.Sequence, runEvent.GetType().Name);
}

Console.WriteLine($"  {events} events, the last one is {last}");

Console.WriteLine("the elements of a map:");
await using var map = await engine.StartAsync(Parse.ForEach().WithPolicy(GroupPolicy.BestEffort), new[] { "1", "two", "3" });
foreach (var outcome in await map.Completion)
{
    Console.WriteLine($"  {outcome.Match(value => $"{value}", failed => $"{failed.TaskId}: {failed.Message}")}");
}

Console.WriteLine($"  asked later: {string.Join(", ", map.OutcomesOf(Parse).Select(outcome => outcome.Kind))}");

internal static partial class Invoices
{
    [Task]
    public static int[] Read(string text) => [.. text.Split(' ').Select(int.Parse)];

    [Task]
    public static int Sum(int[] amounts) => amounts.Sum();

    [Task, Retry(3)]
    public static bool Check(int[] amounts) => amounts.All(amount => amount >= 0) ? true : throw new InvalidDataException($"{amounts.Min()} is negative");

    [Task]
    public static string Book(int sum, bool isFine) => $"{sum} booked, {(isFine ? "checked" : "unchecked")}";

    [Task]
    public static string Show(int sum) => $"{sum}";

    [Task]
    public static int Parse(string text) => int.TryParse(text, out var number) ? number : throw new FormatException($"'{text}' is no number");
}
