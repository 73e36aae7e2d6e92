using System.Diagnostics;
using Graflow.Workers;

namespace Graflow.Handlers.Docker;

/// <summary>One container, through the <c>docker run</c> that is attached to it. When this process is gone, that call's stdin ends, with it the program inside, and with that the container.</summary>
internal sealed class ContainerHandle : IWorkerHandle
{
    private const int Killed = 128 + 9;

    private readonly ContainerCli _cli;
    private readonly Process _process;
    private readonly string _container;
    private readonly DockerOptions _options;
    private readonly ErrorLines _lines;
    private readonly Lock _lock = new();
    private Task? _killing;

    internal ContainerHandle(ContainerCli cli, Process process, string container, DockerOptions options)
    {
        _cli = cli;
        _process = process;
        _container = container;
        _options = options;
        _lines = new ErrorLines(process.StandardError.BaseStream, Name);
        Exited = WaitAsync();
    }

    /// <inheritdoc/>
    public string Name => $"container {_container} of {_options.Image}";

    /// <inheritdoc/>
    public Stream ToWorker => _process.StandardInput.BaseStream;

    /// <inheritdoc/>
    public Stream FromWorker => _process.StandardOutput.BaseStream;

    /// <inheritdoc/>
    public Task<WorkerExit> Exited { get; }

    /// <inheritdoc/>
    public Action<OutputStream, string>? OutputLine
    {
        get => _lines.Receiver;
        set => _lines.Receiver = value;
    }

    private bool IsKilled
    {
        get
        {
            lock (_lock)
            {
                return _killing is not null;
            }
        }
    }

    /// <inheritdoc/>
    public void Kill()
    {
        lock (_lock)
        {
            _killing ??= Task.Run(KillAsync);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!Exited.IsCompleted)
        {
            Kill();
        }

        await Exited.ConfigureAwait(false);
        Task? killing;
        lock (_lock)
        {
            killing = _killing;
        }

        await (killing ?? Task.CompletedTask).ConfigureAwait(false);
        _process.Dispose();
    }

    private async Task KillAsync()
    {
        try
        {
            // Also removes one that was only just created, which kill refuses.
            var removed = await RemoveAsync().ConfigureAwait(false);
            if (removed)
            {
                return;
            }
        }
        catch (ContainerException)
        {
            // The engine does not answer: then the end of its stdin is what ends the program.
        }

        await EndCallAsync().ConfigureAwait(false);
    }

    /// <summary>The container does not exist yet: the call that makes it must not, and if it did in between, that container goes as well.</summary>
    private async Task EndCallAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await RemoveAsync().ConfigureAwait(false);
        }
        catch (ContainerException)
        {
            // The next start's sweep removes it once this process has ended.
        }
    }

    private async ValueTask<bool> RemoveAsync()
    {
        var removed = await _cli.RunAsync(["rm", "--force", "--volumes", _container], CancellationToken.None).ConfigureAwait(false);
        return removed.IsOk && removed.Output.Contains(_container, StringComparison.Ordinal);
    }

    private async Task<WorkerExit> WaitAsync()
    {
        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await _lines.Ended.ConfigureAwait(false);
        var code = _process.ExitCode;
        return new WorkerExit(code, Signal: null, IsKilled ? null : await FailureAsync(code).ConfigureAwait(false));
    }

    private async ValueTask<Exception?> FailureAsync(int code)
    {
        try
        {
            return ContainerRefusal.Of(code, _options.Image, _lines.Last)
                ?? (code == Killed && await RanOutOfMemoryAsync().ConfigureAwait(false) ? new ContainerOutOfMemoryException(Name, _options.Memory) : null);
        }
        catch (ContainerException)
        {
            return null;
        }
    }

    /// <summary>The container itself is gone, but the engine remembers. The end of the time asked for lies ahead, as the engine's clock may be behind, and cuts off parts of seconds.</summary>
    private async ValueTask<bool> RanOutOfMemoryAsync() => _cli.IsPodman
        // podman keeps no such event.
        ? _options.Memory is not null
        : await _cli.FirstLineAsync(["events", "--since", "10m", "--until=-2s", "--filter", $"container={_container}", "--filter", "event=oom"], CancellationToken.None).ConfigureAwait(false) is not null;
}
