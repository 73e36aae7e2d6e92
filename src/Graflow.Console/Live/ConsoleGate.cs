namespace Graflow.Live;

/// <summary>
/// Lets one thread at a time at a screen. On Unix, the console's streams lock <see cref="Console.Out"/> whenever they are written to, and whoever writes to
/// <see cref="Console.Out"/> holds that lock when it comes here; so that lock is taken first by everybody.
/// </summary>
internal sealed class ConsoleGate
{
    private readonly Lock _lock = new();

    internal Pass Enter()
    {
        var console = Console.Out;
        Monitor.Enter(console);
        _lock.Enter();
        return new Pass(console, _lock);
    }

    internal readonly struct Pass(TextWriter console, Lock own) : IDisposable
    {
        public void Dispose()
        {
            own.Exit();
            Monitor.Exit(console);
        }
    }
}
