namespace Graflow.Resilience;

/// <summary>How many attempts run at once, and how many start a second: what one <c>[Limit]</c> says.</summary>
internal sealed class AttemptLimit(LimitOptions options, TimeProvider time)
{
    private readonly ConcurrencyLimiter? _concurrency = options.Concurrency > 0 ? new ConcurrencyLimiter(options.Concurrency) : null;
    private readonly RateLimiter? _rate = options.PerSecond > 0 ? new RateLimiter(options.PerSecond, time) : null;

    internal LimitOptions Options { get; } = options;

    /// <summary>Waits for its turn, holding no thread.</summary>
    internal async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        if (_concurrency is not null)
        {
            await _concurrency.AcquireAsync(cancellationToken).ConfigureAwait(false);
        }

        if (_rate is null)
        {
            return;
        }

        try
        {
            await _rate.AcquireAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _concurrency?.Release();
            throw;
        }
    }

    internal void Exit() => _concurrency?.Release();
}
