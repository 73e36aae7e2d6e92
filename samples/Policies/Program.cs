// When does a parallel group succeed? One loan application under every policy, while the credit bureau is down.
// A policy that tolerates failures changes the group's type to outcomes: nobody can forget that a result may be missing.
using Graflow;
using static Loans.Tasks;

var engine = new WorkflowEngine();
var direct = new RunOptions { Execution = Execution.Direct };
var checks = Bureau | Bank | Employer;

Console.WriteLine("All must succeed");
await Refused("Strict", (checks >> Grant));
await using (var run = await engine.StartAsync(checks.WithPolicy(GroupPolicy.FailFast) >> Grant, "Ada", direct))
{
    await Assert<ParallelGroupException>(run.Completion);
    Console.WriteLine($"  FailFast: the bureau is {run.OutcomeOf(Bureau).Kind}, so the bank is {run.OutcomeOf(Bank).Kind}");
}

Console.WriteLine("Some may fail");
await Show("BestEffort", checks.WithPolicy(GroupPolicy.BestEffort) >> Decide);
await Show("AtLeast(2)", checks.WithPolicy(GroupPolicy.AtLeast(2)) >> Decide);
await Show("Critical(Bank)", checks.WithPolicy(GroupPolicy.Critical(Bank)) >> Decide);
await Show("AtMostFailed(40)", checks.WithPolicy(GroupPolicy.AtMostFailed(40)) >> Decide);
await Refused("Critical(Bureau)", checks.Named("checks").WithPolicy(GroupPolicy.Critical(Bureau)) >> Decide);
await Refused("AtMostFailed(30)", checks.WithPolicy(GroupPolicy.AtMostFailed(30)) >> Decide);

Console.WriteLine("A rule of our own");
await Show("Majority", checks.WithPolicy(new Majority()) >> Decide);

Console.WriteLine("Elements may fail as well");
var names = new[] { "Ada", "Bob", "Eve" };
Console.WriteLine($"  {string.Join("; ", await engine.RunAsync(Screen.ForEach().WithPolicy(GroupPolicy.BestEffort), names))}");

Console.WriteLine("Without a group");
await Show("Try", Bureau.Try() >> Explain);
await Show("OrElse", Bureau.OrElse(Estimate) >> Print);
await Show("Within", Branch.Within(TimeSpan.FromMilliseconds(20)).OrElse(Estimate) >> Print);

Console.WriteLine("A policy that cannot work is refused before anything runs");
try
{
#pragma warning disable GRF108 // The build refuses it too, with the same words.
    _ = checks.WithPolicy(GroupPolicy.AtLeast(4));
#pragma warning restore GRF108
}
catch (FlowDefinitionException error)
{
    Console.WriteLine($"  {error.Message}");
}

async Task Show<TOut>(string policy, IExecutable<string, TOut> flow) =>
    Console.WriteLine($"  {policy}: {await engine.RunAsync(flow, "Ada", direct)}");

async Task Refused<TOut>(string policy, IExecutable<string, TOut> flow) =>
    Console.WriteLine($"  {policy}: {(await Assert<ParallelGroupException>(engine.RunAsync(flow, "Ada", direct))).Message}");

static async Task<TException> Assert<TException>(Task run)
    where TException : Exception
{
    try
    {
        await run;
    }
    catch (TException expected)
    {
        return expected;
    }

    throw new InvalidOperationException($"{typeof(TException).Name} was expected.");
}

/// <summary>More branches must succeed than fail.</summary>
internal sealed class Majority : TolerantPolicy
{
    public override bool ShouldFail(IReadOnlyList<BranchResult> failed, IReadOnlyList<BranchResult> succeeded) => failed.Count >= succeeded.Count;
}

internal static partial class Loans
{
    [Task]
    public static int Bureau(string name) => throw new HttpRequestException($"no answer about {name}");

    [Task]
    public static int Bank(string name) => name.Length * 200;

    [Task]
    public static int Employer(string name) => name.Length * 100;

    [Task]
    public static int Estimate(string name) => name.Length * 10;

    [Task]
    public static async Task<int> Branch(string name, CancellationToken ct)
    {
        await Task.Delay(Timeout.Infinite, ct);
        return name.Length;
    }

    [Task]
    public static string Grant(int bureau, int bank, int employer) => $"granted with {bureau + bank + employer} points";

    [Task]
    public static string Decide(Outcome<int> bureau, Outcome<int> bank, Outcome<int> employer)
    {
        Outcome<int>[] all = [bureau, bank, employer];
        return $"decided with {all.Sum(outcome => outcome.Match(points => points, _ => 0))} points of {all.Count(outcome => outcome.IsSuccess)} checks";
    }

    [Task]
    public static string Screen(string name) => name == "Eve" ? throw new InvalidDataException("is on the list") : $"{name} is fine";

    [Task]
    public static string Explain(Outcome<int> bureau) => bureau.TryGet(out var points) ? $"{points} points" : $"no points, because {bureau.Failure!.Message}";

    [Task]
    public static string Print(int points) => $"{points} points";
}
