using System.Runtime.InteropServices;

namespace Graflow.Redis.TestProgram;

/// <summary>A worker that says when it serves, and when it was asked to stop and has.</summary>
internal static class WorkerRole
{
    internal static async Task<int> RunAsync(FleetPlace fleet, string id, int slots, bool drives)
    {
        using CancellationTokenSource stop = new();
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        await using RedisWorker worker = new(options: options =>
        {
            options.Redis = fleet.Redis;
            options.ConfigureRedis = fleet.Configure;
            options.WorkerId = id;
            options.MaxConcurrentTasks = slots;
            options.Drive = drives;
            options.ReapInterval = TimeSpan.FromMilliseconds(200);
        });
        var serving = worker.RunAsync(stop.Token);
        await Task.WhenAny(worker.WhenServing, serving);
        Console.WriteLine("serving");
        await serving;
        Console.WriteLine("stopped");
        return 0;
    }
}
