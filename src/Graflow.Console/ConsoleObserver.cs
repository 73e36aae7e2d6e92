using Graflow.Live;
using Graflow.Plain;

namespace Graflow;

/// <summary>
/// Shows runs on the console while they happen: a live tree with progress in a terminal, plain lines where the output is redirected.
/// While a tree is shown, <see cref="Console.Out"/> and <see cref="Console.Error"/> are led past it, line by line, so that nothing is garbled; colours follow <c>NO_COLOR</c>.
/// Give one observer to as many engines as you like: <c>new WorkflowEngine(o =&gt; o.Observers.Add(new ConsoleObserver()))</c>.
/// A run's last lines are written when the observer hears of its end, thus at the latest when <see cref="WorkflowEngine.DisposeAsync"/> returns.
/// </summary>
public sealed class ConsoleObserver : IRunObserver, IDisposable
{
    private readonly IRunView _view;

    /// <summary>Creates an observer of the process's standard output.</summary>
    /// <param name="mode">Whether the tree may be shown.</param>
    /// <param name="timeProvider">The clock of the engine whose runs are shown, for the times of tasks that still run; the system's by default.</param>
    public ConsoleObserver(ConsoleMode mode = ConsoleMode.Auto, TimeProvider? timeProvider = null)
    {
        var terminal = mode == ConsoleMode.Auto ? Terminal.TryOpen() : null;
        _view = terminal is null ? new LineView(Console.Out) : new LiveView(terminal, timeProvider ?? TimeProvider.System);
    }

    /// <summary>Creates an observer that writes lines to a file, a log or a string.</summary>
    /// <param name="output">Written to by one thread at a time, a whole line at once; flushed at the end of each run; not disposed of.</param>
    public ConsoleObserver(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _view = new LineView(output);
    }

    /// <inheritdoc/>
    public void OnEvent(RunEvent runEvent)
    {
        ArgumentNullException.ThrowIfNull(runEvent);
        _view.Show(runEvent);
    }

    /// <summary>Writes what is still held back, leaves the tree of runs that have not ended as it stands, and gives the console back. Later events show nothing.</summary>
    public void Dispose() => _view.Dispose();
}
