using System.Globalization;

namespace Graflow.TestProgram;

/// <summary>The program as a parent that nothing else runs in, so that the descriptors it has open are its children's.</summary>
internal static class Descriptors
{
    /// <summary>The argument that asks for it.</summary>
    internal const string Argument = "count-descriptors";

    private const int Batch = 5000;

    /// <summary>Prints how many descriptors are open once children run, and after 10,000 more tasks.</summary>
    internal static async Task CountAsync()
    {
        await using var engine = new WorkflowEngine();
        var flow = Bodies.Tasks.Nothing.ForEach().WithExecution(Execution.Processes(2));
        int[] inputs = [.. Enumerable.Range(0, Batch)];
        await engine.RunAsync(flow, inputs);
        var before = Open();
        var sum = 0L;
        for (var i = 0; i < 2; i++)
        {
            sum += (await engine.RunAsync(flow, inputs)).Sum(static value => (long)value);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{before} {Open()} {sum}"));
    }

    private static int Open() => Directory.EnumerateFiles("/proc/self/fd").Count();
}
