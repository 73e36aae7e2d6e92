using System.Runtime.InteropServices;

namespace Graflow.Running;

/// <summary>An interrupt (Ctrl+C, SIGTERM) asks the run to end; a second one ends the program, as if nobody listened unless it is said how.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    private readonly Action? _endAtOnce;

    /// <param name="listens">Whether it hears of interrupts.</param>
    /// <param name="endAtOnce">What a second one does; null for what the system does.</param>
    internal Interruption(bool listens, Action? endAtOnce = null)
    {
        _endAtOnce = endAtOnce;
        if (listens)
        {
            _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt));
            _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt));
        }
    }

    internal CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registrations.ForEach(static registration => registration.Dispose());
        _source.Dispose();
    }

    private void Interrupt(PosixSignalContext signal)
    {
        if (!_source.IsCancellationRequested)
        {
            signal.Cancel = true;
            _ = _source.CancelAsync();
        }
        else
        {
            _endAtOnce?.Invoke();
        }
    }
}
