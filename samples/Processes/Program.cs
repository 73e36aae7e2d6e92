// Work for processors goes to child processes of this program: one line of the flow says so, and what happens in them cannot hurt this one.
using Graflow;

// A child is this program again: there this call runs the tasks that it is sent, and is true when the parent has no more.
if (await GraflowHost.TryServeAsync(args))
{
    return;
}

await using var engine = new WorkflowEngine();

// Two children, each with one body at a time. Ranges go to whichever is free, answers come back in order.
var found = await engine.RunAsync(Primes.CountBelow, 2_000_000);
Console.WriteLine($"{found.Count:N0} primes below 2,000,000; {found.Elsewhere} of {found.Ranges} ranges counted in other processes");

// What a body takes down is its process. The task is delivered again, to a new child; attempts and retries are not touched by it.
await using var run = await engine.StartAsync(Crash.Survives, "the input");
Console.WriteLine(await run.Completion);
await foreach (var lost in run.Events)
{
    if (lost is TaskRedelivered { Delivery: var delivery, TaskId: var task })
    {
        Console.WriteLine($"{task}: delivery {delivery}, since its process was lost");
    }
}

// A task that takes down every process it gets is given up, with what is known of the last one.
try
{
    await engine.RunAsync(Crash.NeverSurvives);
}
catch (WorkerCrashedException error)
{
    Console.WriteLine($"{error.TaskId}: exit code {error.ExitCode}, {error.Deliveries} deliveries");
}

/// <summary>How many numbers are prime, and how many ranges were not counted in this process.</summary>
internal sealed record Found(int Count, int Ranges, int Elsewhere);

/// <summary>One range's answer, and who gave it.</summary>
internal sealed record Counted(int Primes, int ProcessId);

internal static partial class Primes
{
    private const int RangeLength = 50_000;

    /// <summary>The smallest and the largest number of each range.</summary>
    [Task]
    public static (int From, int To)[] Split(int limit) =>
        [.. Enumerable.Range(0, limit / RangeLength).Select(i => (i * RangeLength, ((i + 1) * RangeLength) - 1))];

    [Task]
    public static Counted Count((int From, int To) range) =>
        new(Enumerable.Range(range.From, range.To - range.From + 1).Count(IsPrime), Environment.ProcessId);

    [Task]
    public static Found Sum(IReadOnlyList<Counted> ranges) =>
        new(ranges.Sum(range => range.Primes), ranges.Count, ranges.Count(range => range.ProcessId != Environment.ProcessId));

    [Workflow]
    public static Flow<int, Found> CountBelow { get; } =
        Tasks.Split >> Tasks.Count.ForEach().WithExecution(Execution.Processes(2)) >> Tasks.Sum;

    private static bool IsPrime(int number)
    {
        if (number < 2)
        {
            return false;
        }

        for (var divisor = 2; divisor * divisor <= number; divisor++)
        {
            if (number % divisor == 0)
            {
                return false;
            }
        }

        return true;
    }
}

internal static partial class Crash
{
    /// <summary>Takes down the first process that it runs in. The run's channel is in the parent, so it remembers.</summary>
    [Task(Handler = "process")]
    public static async Task<string> Fragile(string input, TaskContext context)
    {
        if (await context.Channel.IncrementAsync("deliveries") == 1)
        {
            Environment.Exit(3);
        }

        return $"survived with {input}";
    }

    [Task(Handler = "process")]
    public static int Hopeless()
    {
        Environment.Exit(3);
        return 0;
    }

    [Workflow]
    public static Flow<string, string> Survives { get; } = Tasks.Fragile;

    [Workflow]
    public static Flow<Unit, int> NeverSurvives { get; } = Tasks.Hopeless;
}
