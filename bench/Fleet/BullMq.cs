using System.Diagnostics;
using System.Globalization;

namespace Graflow.Bench.Fleet;

/// <summary>BullMQ on the same server: a worker process and one that gives it jobs, each job with its result. <c>npm ci</c> in <c>bench/Fleet/bullmq</c> installs it.</summary>
internal sealed class BullMq : IDisposable
{
    private readonly Process _worker;
    private readonly Process _driver;

    public BullMq(int port, int concurrency)
    {
        _worker = Start("worker.mjs", port, concurrency);
        _driver = Start("driver.mjs", port);
    }

    public static bool IsInstalled { get; } = Directory.Exists(Path.Combine(Folder, "node_modules", "bullmq"));

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "Fleet", "bullmq");

    /// <returns>How many bytes the jobs were given, as their results tell.</returns>
    public double Do(string command)
    {
        _driver.StandardInput.WriteLine(command);
        return double.Parse(_driver.StandardOutput.ReadLine() ?? throw new InvalidOperationException("BullMQ's driver is gone."), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        foreach (var process in new[] { _driver, _worker })
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
    }

    private static Process Start(string script, params int[] arguments)
    {
        var start = new ProcessStartInfo("node", [script, .. arguments.Select(static number => number.ToString(CultureInfo.InvariantCulture))])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("node does not start.");
        ProcessLines.ReadUntil(process, static line => line == "ready");
        return process;
    }
}
