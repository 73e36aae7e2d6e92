using System.Diagnostics;
using Graflow.Workers;

namespace Graflow.Handlers.Docker;

/// <summary>One container, through the <c>docker run</c> that is attached to it. When this process is gone, that call's stdin ends, with it the program inside, and with that the container.</summary>
internal sealed class ContainerHandle : IWorkerHandle
{
    // What a call started by itself may hold its output open after it; nobody waits longer than this for its last lines.
    private static readonly TimeSpan OutputPatience = TimeSpan.FromSeconds(1);

    // Longer than an engine takes to notice that a container's program has ended.
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(5);

    private readonly ContainerCli _cli;
    private readonly Process _process;
    private readonly string _container;
    private readonly DockerOptions _options;
    private readonly TimeProvider _time;
    private readonly ContainerLines _lines = new();
    private readonly Task _errors;
    private readonly Lock _lock = new();
    private ContainerSpeech? _speech;
    private Task? _killing;

    internal ContainerHandle(ContainerCli cli, Process process, string container, DockerOptions options, TimeProvider time)
    {
        (_cli, _process, _container, _options, _time) = (cli, process, container, options, time);
        (ToWorker, FromWorker) = (process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
        _errors = LineReader.Start(process.StandardError, _lines.AddError, $"stderr of {Name}");
        Exited = WaitAsync();
    }

    /// <inheritdoc/>
    public string Name => $"container {_container} of {_options.Image}";

    /// <inheritdoc/>
    public Stream ToWorker { get; private set; }

    /// <inheritdoc/>
    public Stream FromWorker { get; private set; }

    /// <inheritdoc/>
    public Task<WorkerExit> Exited { get; }

    /// <inheritdoc/>
    public Action<OutputStream, string>? OutputLine
    {
        get => _lines.Receiver;
        set => _lines.Receiver = value;
    }

    internal ContainerCli Engine => _cli;

    /// <summary>The last lines of stderr.</summary>
    internal IReadOnlyList<string> LastLines => _lines.LastErrors;

    /// <summary>Waits until the program inside connects, or speaks on its standard output.</summary>
    /// <param name="socket">What it may connect to; null where there is only the standard output.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Whether it does one of both; false when it ended.</returns>
    internal async ValueTask<bool> TryConnectAsync(PrivateSocket? socket, CancellationToken cancellationToken)
    {
        _speech = new ContainerSpeech(FromWorker, line => _lines.Add(OutputStream.StandardOutput, line), $"stdout of {Name}");
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var accepted = socket is null ? new TaskCompletionSource<Stream>().Task : socket.AcceptAsync(enough.Token).AsTask();
        var first = await Task.WhenAny(accepted, _speech.Frames, Exited).WaitAsync(cancellationToken).ConfigureAwait(false);
        if (first == accepted)
        {
            _speech.TakeAsOutput();
            ToWorker = await accepted.ConfigureAwait(false);
            FromWorker = new WorkerOutput(ReadOnlyMemory<byte>.Empty, ToWorker);
        }
        else if (first == _speech.Frames)
        {
            FromWorker = await _speech.Frames.ConfigureAwait(false);
        }

        await enough.CancelAsync().ConfigureAwait(false);
        return first != Exited;
    }

    /// <inheritdoc/>
    public void Kill()
    {
        lock (_lock)
        {
            if (!Exited.IsCompleted)
            {
                _killing ??= Task.Run(KillAsync);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await Exited.ConfigureAwait(false);
        Task? killing;
        lock (_lock)
        {
            killing = _killing;
        }

        await (killing ?? Task.CompletedTask).ConfigureAwait(false);
        await FromWorker.DisposeAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    private async Task KillAsync()
    {
        if (_process.HasExited || await HasEndedByItselfAsync().ConfigureAwait(false) || await TryRemoveAsync().ConfigureAwait(false))
        {
            return;
        }

        // The container does not exist yet: the call that makes it must not, and if it did in between, that container goes as well.
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await TryRemoveAsync().ConfigureAwait(false);
    }

    /// <summary>A program that has ended tells by which exit code, unless the container is killed before the engine has noticed.</summary>
    private async ValueTask<bool> HasEndedByItselfAsync()
    {
        if (FromWorker is not WorkerOutput { IsAtEnd: true })
        {
            return false;
        }

        try
        {
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(EndPatience, _time).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Kills and removes the container, also one that was only just created.</summary>
    /// <returns>Whether there was one. If the engine does not answer, the end of its stdin ends the program, and the next start removes what is left.</returns>
    private async ValueTask<bool> TryRemoveAsync()
    {
        try
        {
            var removed = await _cli.RunAsync([.. _cli.Remove, _container], CancellationToken.None).ConfigureAwait(false);
            return removed.IsOk && removed.Output.Contains(_container, StringComparison.Ordinal);
        }
        catch (ContainerException)
        {
            return false;
        }
    }

    private async Task<WorkerExit> WaitAsync()
    {
        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await Task.WhenAll(_errors, _speech?.Ended ?? Task.CompletedTask).WaitAsync(OutputPatience, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
        }

        var code = _process.ExitCode;
        return new WorkerExit(code, Signal: null, await FailureAsync(code).ConfigureAwait(false));
    }

    private async ValueTask<Exception?> FailureAsync(int code)
    {
        try
        {
            return ContainerRefusal.Of(code, _options.Image, LastLines)
                ?? (await ContainerMemory.RanOutAsync(_cli, _container, code, _options.Memory).ConfigureAwait(false) ? new ContainerOutOfMemoryException(Name, _options.Memory) : null);
        }
        catch (Exception exception) when (exception is ContainerException or IOException or OperationCanceledException)
        {
            // The engine is gone, and with it the reason.
            return null;
        }
    }
}
