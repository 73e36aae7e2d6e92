using StackExchange.Redis;

namespace Graflow.Redis.Connections;

/// <summary>
/// Says when an attempt to connect has gone on for too long and another is made in its place: version 1 of the client library asks each second, and gives the attempt up at the first yes.
/// After its time limit it is up to a second more, by chance: a fleet must not come back in one moment.
/// </summary>
internal sealed class JitteredReconnect(TimeSpan limit, Func<double> chance) : IReconnectRetryPolicy
{
    private const int MaxMilliseconds = 1000;

    public bool ShouldRetry(long currentRetryCount, int timeElapsedMillisecondsSinceLastRetry) =>
        timeElapsedMillisecondsSinceLastRetry >= limit.TotalMilliseconds + (chance() * MaxMilliseconds);
}
