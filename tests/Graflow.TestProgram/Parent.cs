namespace Graflow.TestProgram;

/// <summary>The program as its own parent: it starts a child whose body never ends, so that a test can kill the one and look for the other.</summary>
internal static class Parent
{
    internal static async Task RunAsync(string[] args)
    {
        var forgetful = Environment.GetEnvironmentVariable("GRAFLOW_TEST_FORGETS_TO_SERVE") == "and hangs";
        if (forgetful)
        {
            await Task.Delay(Timeout.Infinite);
        }

        await using var engine = new WorkflowEngine(o => o.Observers.Add(new LineObserver()));
        try
        {
            await engine.RunAsync(Bodies.Tasks.SpinWithChild, args is [var first, ..] ? first : "", new RunOptions { Execution = Execution.Processes(1) });
        }
        catch (WorkerStartException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
        }
    }
}
