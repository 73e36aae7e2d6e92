using Graflow.Channels;
using Graflow.Fleets;
using Graflow.Workers;
using Microsoft.Extensions.Logging;

namespace Graflow.Engine;

/// <summary>The way back to its run of an attempt that a worker of the fleet runs; ends with the attempt, also when its body does not. Thread-safe.</summary>
internal sealed class RunnerPort(QueuedAttempt attempt, IFleetPort port) : IAttemptPort
{
    private readonly Lock _lock = new();
    private FencedChannel? _channel;
    private volatile bool _isOver;

    public bool IsOver => _isOver;

    public IChannel Channel
    {
        get
        {
            lock (_lock)
            {
                if (_channel is null)
                {
                    _channel = new FencedChannel(port.Channel);
                    CloseIfOver();
                }

                return _channel;
            }
        }
    }

    private string EndReason => $"{attempt.Path}, attempt {attempt.Number}";

    public void Log(LogLevel level, string message)
    {
        if (!_isOver)
        {
            port.Log(level, message);
        }
    }

    /// <summary>A line that what runs the body wrote.</summary>
    internal void Output(OutputStream stream, string line)
    {
        if (!_isOver)
        {
            port.Output(stream, line);
        }
    }

    public void Progress(double fraction, string? text)
    {
        ThrowIfOver();
        port.Progress(fraction, text);
    }

    public void CancelRun(string reason)
    {
        ThrowIfOver();
        port.CancelRun(reason);
    }

    /// <summary>Lets nothing through any more.</summary>
    internal void Close()
    {
        lock (_lock)
        {
            _isOver = true;
            CloseIfOver();
        }
    }

    private void CloseIfOver()
    {
        if (_isOver)
        {
            _channel?.Close(EndReason);
        }
    }

    private void ThrowIfOver()
    {
        if (_isOver)
        {
            throw new AttemptEndedException(EndReason);
        }
    }
}
