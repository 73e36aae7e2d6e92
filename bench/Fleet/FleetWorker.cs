using System.Diagnostics;
using System.Globalization;

namespace Graflow.Bench.Fleet;

/// <summary>A worker in a process of its own: this program, with another argument.</summary>
internal sealed class FleetWorker : IDisposable
{
    /// <summary>The argument that makes this program a worker: address, slots, lease in seconds.</summary>
    public const string Argument = "fleet-worker";

    private const string Ready = "ready";

    private readonly Process _process;

    public FleetWorker(string address, int slots, double leaseSeconds = 9)
    {
        string[] host = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. host, Argument, address, $"{slots}", leaseSeconds.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("The worker does not start.");
        ProcessLines.ReadUntil(_process, static line => line == Ready);
    }

    public int ProcessId => _process.Id;

    /// <summary>The process's whole life.</summary>
    public static async Task<int> ServeAsync(string[] arguments)
    {
        await using var worker = new RedisWorker(configure: null, options =>
        {
            options.Redis = arguments[0];
            options.ConfigureRedis = redis => redis.Lease = TimeSpan.FromSeconds(double.Parse(arguments[2], CultureInfo.InvariantCulture));
            options.MaxConcurrentTasks = int.Parse(arguments[1], CultureInfo.InvariantCulture);
        });
        var running = worker.RunAsync(CancellationToken.None);
        Console.WriteLine(Ready);
        await running;
        return 0;
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
