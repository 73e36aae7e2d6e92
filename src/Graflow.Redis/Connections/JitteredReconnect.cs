using StackExchange.Redis;

namespace Graflow.Redis.Connections;

/// <summary>Waits up to a second, by chance, before each attempt to connect again: a fleet must not come back in one moment.</summary>
internal sealed class JitteredReconnect(Func<double> chance) : IReconnectRetryPolicy
{
    private const int MaxMilliseconds = 1000;

    private long _attempt = -1;
    private int _wait;

    public bool ShouldRetry(long currentRetryCount, int timeElapsedMillisecondsSinceLastRetry)
    {
        if (_attempt != currentRetryCount)
        {
            _attempt = currentRetryCount;
            _wait = (int)(chance() * MaxMilliseconds);
        }

        return timeElapsedMillisecondsSinceLastRetry >= _wait;
    }
}
