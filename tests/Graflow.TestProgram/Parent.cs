namespace Graflow.TestProgram;

/// <summary>The program as its own parent: it starts a child, or a container, whose body never ends, so that a test can kill the one and look for the other.</summary>
internal static class Parent
{
    internal static async Task RunAsync(string[] args)
    {
        var forgetful = Environment.GetEnvironmentVariable("GRAFLOW_TEST_FORGETS_TO_SERVE") == "and hangs";
        if (forgetful)
        {
            await Task.Delay(Timeout.Infinite);
        }

        var image = Environment.GetEnvironmentVariable("GRAFLOW_TEST_SPIN_IN");
        await using var engine = new WorkflowEngine(o =>
        {
            o.Observers.Add(new LineObserver());
            o.Handlers.AddDocker("docker", new DockerOptions { Image = image ?? "none" });
        });
        try
        {
            if (image is not null)
            {
                await engine.RunAsync(Inside.Tasks.Spin.With(o => o.Handler = "docker"));
            }

            await engine.RunAsync(Bodies.Tasks.SpinWithChild, args is [var first, ..] ? first : "", new RunOptions { Execution = Execution.Processes(1) });
        }
        catch (WorkerStartException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
        }
    }
}
