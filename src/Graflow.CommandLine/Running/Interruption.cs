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

    /// <returns>Whether it was the first time.</returns>
    internal bool Ask()
    {
        var isFirst = !_source.IsCancellationRequested;
        if (isFirst)
        {
            _ = _source.CancelAsync();
        }

        return isFirst;
    }

    private void Interrupt(PosixSignalContext signal)
    {
        if (Ask())
        {
            signal.Cancel = true;
        }
        else
        {
            _endAtOnce?.Invoke();
        }
    }
}
