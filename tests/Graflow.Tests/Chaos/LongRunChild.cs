using System.Diagnostics;
using System.Globalization;
using Graflow.Tests.Engine;
using Graflow.Tests.Workers.Running;

namespace Graflow.Tests.Chaos;

/// <summary>A process that drives a long run.</summary>
internal static class LongRunChild
{
    /// <summary>Lets a process drive the run until it ends, or until it is gone.</summary>
    /// <param name="log">The run's log.</param>
    /// <param name="goneAt">At which change of the log it kills itself; 0 for never.</param>
    /// <param name="moment">How much of that change comes about.</param>
    internal static async Task<(string Output, int ExitCode)> RunAsync(LongRunLog log, int goneAt = 0, string moment = "Before")
    {
        using var process = Start(log, goneAt.ToString(CultureInfo.InvariantCulture), moment);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().OrHang();
        return (await output + await errors, process.ExitCode);
    }

    internal static Process Start(LongRunLog log, params string[] how)
    {
        var start = new ProcessStartInfo("dotnet", [Children.Program, "long-run", log.Path, log.RunId, log.Effects, .. how])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }
}
