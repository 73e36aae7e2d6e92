using System.Diagnostics;
using Graflow.Bench.Harness;

namespace Graflow.Bench.InProcess;

/// <summary>A program's whole life: one that runs a single task, and one that awaits a single method.</summary>
internal static class StartupWorkload
{
    /// <summary>Both programs compute it and exit with it.</summary>
    private const int Answer = 42;

    public static Workload Create(int rounds) =>
        new("process-start", Meter.Reported("ms"), [EmptyProgram(), Program("graflow", "GraflowStart")])
        {
            Floor = "empty",
            Rounds = rounds,
            Bounds = [Bound.RatioAtMost(1.5, "empty")],
        };

    /// <summary>A program that awaits one method and ends.</summary>
    public static Peer EmptyProgram() => Program("empty", "EmptyStart");

    private static Peer Program(string name, string project)
    {
        var path = PathOf(project);
        return new Peer(name, 1, () => RunAsync(path));
    }

    private static async ValueTask<double> RunAsync(string path)
    {
        var start = Stopwatch.GetTimestamp();
        using var child = Process.Start(new ProcessStartInfo(path) { UseShellExecute = false })!;
        await child.WaitForExitAsync();
        var elapsed = Stopwatch.GetElapsedTime(start);
        return child.ExitCode == Answer
            ? elapsed.TotalMilliseconds
            : throw new WrongResultException($"{path} exited with {child.ExitCode} instead of {Answer}.");
    }

    /// <summary>The program's own output folder, beside this one's: bench/bin/Release/net10.0 → bench/startup/X/bin/Release/net10.0.</summary>
    private static string PathOf(string project)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var bench = output.Parent!.Parent!.Parent!.FullName;
        var executable = OperatingSystem.IsWindows() ? $"{project}.exe" : project;
        return Path.Combine(bench, "startup", project, "bin", output.Parent.Name, output.Name, executable);
    }
}
