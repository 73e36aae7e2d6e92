using Graflow.Telemetry;
using Graflow.Workers;
using Microsoft.Extensions.Logging;

namespace Graflow.Handlers.Docker;

/// <summary>Starts containers in which a program serves its tasks over stdin and stdout. The first start looks for the engine and the image, and removes what crashed programs left.</summary>
internal sealed class ContainerLauncher(DockerOptions options, string program, TimeProvider time, ILogger logger) : IWorkerLauncher
{
    private readonly ContainerProgram _program = ContainerProgram.At(program, options.Command);
    private readonly Lock _lock = new();
    private Task<ContainerCli>? _engine;

    /// <inheritdoc/>
    public async ValueTask<IWorkerHandle> LaunchAsync(CancellationToken cancellationToken)
    {
        var cli = await EngineAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        var name = $"graflow-{Guid.NewGuid():N}";
        var command = ContainerCommand.For(options, _program, name);
        return new ContainerHandle(cli, cli.Start(command.Arguments, command.Environment), name, options);
    }

    /// <summary>One preparation serves all starts; one that failed is forgotten, so that the next start tries again.</summary>
    private Task<ContainerCli> EngineAsync()
    {
        lock (_lock)
        {
            return _engine is { IsFaulted: false } ? _engine : _engine = PrepareAsync();
        }
    }

    private async Task<ContainerCli> PrepareAsync()
    {
        var cli = ContainerCli.Find(options.Engine, time);
        var sweep = SweepAsync(cli);
        await ContainerImage.EnsureAsync(cli, options, CancellationToken.None).ConfigureAwait(false);
        await sweep.ConfigureAwait(false);
        return cli;
    }

    private async Task SweepAsync(ContainerCli cli)
    {
        try
        {
            await ContainerSweep.RunAsync(cli, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ContainerException exception)
        {
            // What others left behind keeps nobody from working.
            Log.ContainersNotSwept(logger, exception);
        }
    }
}
