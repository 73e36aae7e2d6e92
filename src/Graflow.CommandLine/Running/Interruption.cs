using System.Runtime.InteropServices;

namespace Graflow.Running;

/// <summary>An interrupt (Ctrl+C, SIGTERM) asks the run to end; a second one ends the program, as if nobody listened unless it is said how. Thread-safe.</summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>What comes sooner after the first interrupt is that one, delivered again; nobody has read by then what the first one does.</summary>
    internal static readonly TimeSpan EchoTime = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly TimeProvider _time;
    private readonly Action? _endAtOnce;
    private long? _firstAt;
    private bool _isDisposed;

    /// <param name="time">Tells a second interrupt from the first one's echo.</param>
    /// <param name="listens">Whether it hears of interrupts.</param>
    /// <param name="endAtOnce">What a second one does; null for what the system does.</param>
    internal Interruption(TimeProvider time, bool listens, Action? endAtOnce = null)
    {
        (_time, _endAtOnce) = (time, endAtOnce);
        Token = _source.Token;
        if (listens)
        {
            _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt));
            _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt));
        }
    }

    /// <summary>Fires at the first interrupt.</summary>
    internal CancellationToken Token { get; }

    public void Dispose()
    {
        _registrations.ForEach(static registration => registration.Dispose());
        lock (_gate)
        {
            _isDisposed = true;
            _source.Dispose();
        }
    }

    /// <summary>An interrupt came.</summary>
    internal InterruptKind Ask()
    {
        // Each signal has a thread of its own.
        lock (_gate)
        {
            if (_firstAt is { } first)
            {
                return _time.GetElapsedTime(first) < EchoTime ? InterruptKind.Echo : InterruptKind.Second;
            }

            _firstAt = _time.GetTimestamp();
            if (!_isDisposed)
            {
                _ = _source.CancelAsync();
            }

            return InterruptKind.First;
        }
    }

    private void Interrupt(PosixSignalContext signal)
    {
        if (Ask() == InterruptKind.Second)
        {
            _endAtOnce?.Invoke();
        }
        else
        {
            signal.Cancel = true;
        }
    }
}
