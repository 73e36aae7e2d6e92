using Graflow.Resilience;

namespace Graflow.Engine;

/// <summary>What one attempt holds of its engine's limits and circuits; given back exactly once, however the attempt ends.</summary>
internal sealed class AttemptGuard(AttemptLimit? limit, CircuitBreaker? breaker)
{
    private const int Outside = 0;
    private const int Inside = 1;
    private const int Over = 2;

    private long _pass;
    private int _phase;

    /// <summary>Waits for the limit's turn, then asks the circuit.</summary>
    /// <exception cref="CircuitOpenException">The circuit is open.</exception>
    internal async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        if (limit is not null)
        {
            await limit.EnterAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            _pass = breaker?.Enter() ?? 0;
        }
        catch
        {
            limit?.Exit();
            throw;
        }

        if (Interlocked.CompareExchange(ref _phase, Inside, Outside) != Outside)
        {
            // The attempt was ended from outside while it waited.
            GiveBack(AttemptEnd.Cancelled);
        }
    }

    internal void Exit(AttemptEnd end)
    {
        if (Interlocked.Exchange(ref _phase, Over) == Inside)
        {
            GiveBack(end);
        }
    }

    private void GiveBack(AttemptEnd end)
    {
        limit?.Exit();
        switch (end)
        {
            case AttemptEnd.Succeeded:
                breaker?.Succeeded(_pass);
                break;
            case AttemptEnd.Failed:
                breaker?.Failed(_pass);
                break;
            default:
                breaker?.Cancelled(_pass);
                break;
        }
    }
}
