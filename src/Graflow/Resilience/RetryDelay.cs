namespace Graflow.Resilience;

/// <summary>The pause before another attempt.</summary>
internal static class RetryDelay
{
    /// <summary>The longest pause without a <see cref="RetryOptions.MaxDelay"/>, and what a timer can still wait for.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>The pause after attempt number <paramref name="attempt"/>, from 1, has failed.</summary>
    /// <param name="options">How the pause grows.</param>
    /// <param name="attempt">The attempt that failed.</param>
    /// <param name="jitter">Gives numbers from 0 to less than 1: the part of the pause that is taken off; asked only if <see cref="RetryOptions.Jitter"/> is set.</param>
    internal static TimeSpan After(RetryOptions options, int attempt, Func<double> jitter)
    {
        var factor = options.Backoff switch
        {
            Backoff.Linear => attempt,
            Backoff.Exponential => Math.Pow(2, attempt - 1),
            _ => 1d,
        };
        var limit = options.MaxDelay is { } max && max < Longest ? max : Longest;
        var ticks = options.Delay == TimeSpan.Zero ? 0 : Math.Min(options.Delay.Ticks * factor, limit.Ticks);
        return TimeSpan.FromTicks((long)(options.Jitter ? ticks * (1 - Math.Clamp(jitter(), 0, 1)) : ticks));
    }
}
