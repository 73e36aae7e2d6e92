namespace Graflow.Resilience;

/// <summary>At most so many at once, first come, first served. Who waits holds no thread. Thread-safe.</summary>
/// <param name="permits">How many at once; at least 1.</param>
internal sealed class ConcurrencyLimiter(int permits)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Waiter> _line = [];
    private int _free = permits;

    /// <summary>Waits for a permit. Whoever gets one gives it back by <see cref="Release"/>, once.</summary>
    /// <exception cref="OperationCanceledException">The token fired first; no permit was taken.</exception>
    internal ValueTask AcquireAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiter waiter;
        lock (_gate)
        {
            if (_free > 0)
            {
                _free--;
                return default;
            }

            waiter = new Waiter(_gate, _line);
        }

        return waiter.WaitAsync(cancellationToken);
    }

    internal void Release()
    {
        lock (_gate)
        {
            if (_line.Count == 0)
            {
                _free++;
            }
            else
            {
                Waiter.LetFirstThrough(_line);
            }
        }
    }
}
