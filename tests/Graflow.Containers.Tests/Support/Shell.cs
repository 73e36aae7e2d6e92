using System.Text;
using Graflow.Handlers.Docker;
using Graflow.Tests.Engine;
using Graflow.Tests.Support;
using Graflow.Workers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Graflow.Containers.Tests.Support;

/// <summary>Containers that run a line of shell instead of a program of Graflow.</summary>
internal static class Shell
{
    public static DockerOptions Options(string line) => new() { Engine = TestEngine.CommandLine, Image = TestEngine.Busybox, PullPolicy = DockerPullPolicy.Never, Command = ["/bin/sh", "-c", line] };

    /// <summary>Its clock stands still, so that last lines are waited for however late they come.</summary>
    public static ContainerLauncher Launcher(DockerOptions options, TimeProvider? time = null) =>
        new(options, typeof(Unit).Assembly.Location, time ?? new ManualTimeProvider(), NullLogger.Instance);

    public static async Task<IWorkerHandle> LaunchAsync(DockerOptions options) =>
        await Launcher(options).StartAsync(socket: null, CancellationToken.None).AsTask().OrHang();

    /// <summary>Runs a container to its end: what it printed, and how it ended.</summary>
    public static async Task<(string Output, WorkerExit Exit)> RunAsync(DockerOptions options)
    {
        await using var container = await LaunchAsync(options);
        container.ToWorker.Close();
        using var reader = new StreamReader(container.FromWorker, Encoding.UTF8);
        var output = await reader.ReadToEndAsync().OrHang();
        return (output, await container.Exited.OrHang());
    }

    /// <summary>What a line of shell prints in a container of these options; it must succeed.</summary>
    public static async Task<string> OutputAsync(DockerOptions options)
    {
        var (output, exit) = await RunAsync(options);
        return exit is { ExitCode: 0, Failure: null } ? output : throw new InvalidOperationException($"{exit}, after printing {output}");
    }
}
