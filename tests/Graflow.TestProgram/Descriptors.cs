using System.Globalization;

namespace Graflow.TestProgram;

/// <summary>The program as a parent that nothing else runs in, so that the descriptors it has open are its children's.</summary>
internal static class Descriptors
{
    /// <summary>The argument that asks for it.</summary>
    internal const string Argument = "count-descriptors";

    private const int Batch = 5000;

    /// <summary>Prints how many descriptors are open once children run, and after 10,000 more tasks and ten children that crashed.</summary>
    internal static async Task CountAsync()
    {
        await using var engine = new WorkflowEngine();
        var flow = Bodies.Tasks.Nothing.ForEach().WithExecution(Execution.Processes(2));
        int[] inputs = [.. Enumerable.Range(0, Batch)];
        // Both children are there then, however late the second one was started.
        await engine.RunAsync(Inside.Tasks.Meet.ForEach(), [2, 2], new RunOptions { Execution = Execution.Processes(2) });
        await engine.RunAsync(flow, inputs);
        await CrashAsync(times: 1);
        var before = Open();
        var sum = 0L;
        for (var i = 0; i < 2; i++)
        {
            sum += (await engine.RunAsync(flow, inputs)).Sum(static value => (long)value);
        }

        await CrashAsync(times: 10);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{before} {Open()} {sum}"));
    }

    private static async Task CrashAsync(int times)
    {
        await using var engine = new WorkflowEngine(o => o.Workers.MaxDeliveries = times);
        try
        {
            await engine.RunAsync(Inside.Tasks.Crash, 3, new RunOptions { Execution = Execution.Processes(1) });
        }
        catch (WorkerCrashedException)
        {
        }
    }

    private static int Open() => Directory.EnumerateFiles("/proc/self/fd").Count();
}
