using System.Diagnostics;
using System.Globalization;

namespace Graflow.Workers;

/// <summary>A started child process.</summary>
internal sealed class ChildProcess : IWorkerHandle
{
    private const int SignalOffset = 128;

    // What a child started by itself may hold its output open after it; nobody waits longer than this for its last lines.
    private static readonly TimeSpan OutputPatience = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Process _process;
    private readonly int _id;
    private readonly TimeProvider _time;
    private Queue<(OutputStream, string)>? _unread = new();
    private Action<OutputStream, string>? _outputLine;
    private Stream? _stream;
    private bool _isReaped;

    internal ChildProcess(Process process, TimeProvider time)
    {
        (_process, _id, _time) = (process, process.Id, time);
        Name = string.Create(CultureInfo.InvariantCulture, $"process {_id}");
        process.StandardInput.Dispose();
        var output = LineReader.Start(process.StandardOutput, line => Deliver(OutputStream.StandardOutput, line), $"stdout of {Name}");
        var error = LineReader.Start(process.StandardError, line => Deliver(OutputStream.StandardError, line), $"stderr of {Name}");
        Exited = WaitAsync(Task.WhenAll(output, error));
    }

    public string Name { get; }

    public Stream ToWorker => _stream!;

    public Stream FromWorker => _stream!;

    public Task<WorkerExit> Exited { get; }

    public Action<OutputStream, string>? OutputLine
    {
        get => _outputLine;
        set
        {
            lock (_lock)
            {
                _outputLine = value;
                while (value is not null && _unread is { } unread && unread.TryDequeue(out var next))
                {
                    value(next.Item1, next.Item2);
                }

                _unread = value is null ? _unread : null;
            }
        }
    }

    /// <summary>The child has connected.</summary>
    internal void Connect(Stream stream) => _stream = stream;

    public void Kill()
    {
        lock (_lock)
        {
            if (_isReaped)
            {
                return;
            }

            // By the tree, which a group of its own does not contain, and by the group, which a lost parent does not hide.
            ProcessTree.Kill(_process);
            NativeProcess.KillGroup(_id);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await Exited.ConfigureAwait(false);
        if (_stream is not null)
        {
            await _stream.DisposeAsync().ConfigureAwait(false);
        }

        _process.Dispose();
    }

    private async Task<WorkerExit> WaitAsync(Task outputs)
    {
        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        var code = _process.ExitCode;
        lock (_lock)
        {
            // Its number may be another process's from now on; what it started goes with it.
            NativeProcess.KillGroup(_id);
            _isReaped = true;
        }

        try
        {
            await outputs.WaitAsync(OutputPatience, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
        }

        // The framework tells of a signal as shells do.
        return code > SignalOffset && NativeProcess.HasGroups && SignalNames.TryGet(code - SignalOffset) is { } signal
            ? new WorkerExit(null, signal, Failure: null)
            : new WorkerExit(code, Signal: null, Failure: null);
    }

    private void Deliver(OutputStream stream, string line)
    {
        lock (_lock)
        {
            if (_outputLine is null)
            {
                _unread?.Enqueue((stream, line));
                return;
            }
        }

        _outputLine(stream, line);
    }
}
