using Graflow.Telemetry;
using Graflow.Workers;
using Microsoft.Extensions.Logging;

namespace Graflow.Handlers.Docker;

/// <summary>Starts containers in which a program serves its tasks: over a socket that the container sees, which costs no more than to a process, or over stdin and stdout where that does not work. Before the first one, looks for the engine and the image; beside it, removes what crashed programs left.</summary>
internal sealed class ContainerLauncher(DockerOptions options, string program, TimeProvider time, ILogger logger) : IWorkerLauncher
{
    private readonly ContainerProgram _program = ContainerProgram.At(program, options.Command);
    private readonly Lock _lock = new();
    private Task<ContainerCli>? _engine;
    private bool _isSwept;

    /// <inheritdoc/>
    public async ValueTask PrepareAsync(CancellationToken cancellationToken) =>
        await EngineAsync().WaitAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<IWorkerHandle> LaunchAsync(CancellationToken cancellationToken)
    {
        // Elsewhere engines run in a virtual machine, whose programs reach no socket of this one.
        using var socket = OperatingSystem.IsLinux() ? new PrivateSocket(isForOthers: true) : null;
        var container = await StartAsync(socket, cancellationToken).ConfigureAwait(false);
        try
        {
            var isConnected = await container.TryConnectAsync(socket, cancellationToken).ConfigureAwait(false);
            SweepOnce(container.Engine);
            if (isConnected)
            {
                return container;
            }
        }
        catch (OperationCanceledException)
        {
            throw await FailAsync(container, "said nothing in time").ConfigureAwait(false);
        }

        var exit = await container.Exited.ConfigureAwait(false);
        throw exit.Failure ?? await FailAsync(container, WorkerText.EndOf(exit)).ConfigureAwait(false);
    }

    /// <summary>Starts a container and waits for nothing.</summary>
    /// <param name="socket">What it is to connect to; null for its standard streams.</param>
    /// <param name="cancellationToken">Gives up waiting for the engine and the image.</param>
    internal async ValueTask<ContainerHandle> StartAsync(PrivateSocket? socket, CancellationToken cancellationToken)
    {
        var cli = await EngineAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        var name = $"graflow-{Guid.NewGuid():N}";
        var command = ContainerCommand.For(options, _program, name, socket);
        return new ContainerHandle(cli, cli.Start(command.Arguments, command.Environment), name, options, time);
    }

    private async ValueTask<WorkerStartException> FailAsync(ContainerHandle container, string end)
    {
        await container.DisposeAsync().ConfigureAwait(false);
        return new WorkerStartException($"{container.Name} {end} before it was ready for tasks. The image must have what {Path.GetFileName(program)} needs, and its Main must begin with: if (await GraflowHost.TryServeAsync(args)) return;{WorkerText.Lines(container.LastLines)}");
    }

    /// <summary>One preparation serves all starts; one that failed is forgotten, so that the next start tries again.</summary>
    private Task<ContainerCli> EngineAsync()
    {
        lock (_lock)
        {
            return _engine is { IsFaulted: false } ? _engine : _engine = FindEngineAsync();
        }
    }

    private async Task<ContainerCli> FindEngineAsync()
    {
        var cli = ContainerCli.Find(options.Engine, time);
        await ContainerImage.EnsureAsync(cli, options, CancellationToken.None).ConfigureAwait(false);
        return cli;
    }

    // After the first start, which it must not make slower.
    private void SweepOnce(ContainerCli cli)
    {
        if (!Interlocked.Exchange(ref _isSwept, true))
        {
            _ = SweepAsync(cli);
        }
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
