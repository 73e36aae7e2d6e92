namespace Graflow.Redis.TestProgram;

/// <summary>An engine that drives one run, and says what came of it.</summary>
internal static class DriverRole
{
    internal static async Task<int> RunAsync(FleetPlace fleet, string runId, Load load)
    {
        await using WorkflowEngine engine = new(options => options.UseRedis(fleet.Redis, fleet.Configure));
        await using var run = await engine.StartAsync(FanIn.All, load, new RunOptions { RunId = runId });
        Console.WriteLine("driving");
        try
        {
            Console.WriteLine(await run.Completion);
            return 0;
        }
        catch (Exception error)
        {
            Console.WriteLine($"{error.GetType().Name}: {error.Message}");
            return 1;
        }
    }
}
