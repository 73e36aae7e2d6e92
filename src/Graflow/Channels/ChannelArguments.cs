namespace Graflow.Channels;

/// <summary>What every channel checks before it does anything.</summary>
internal static class ChannelArguments
{
    internal static void Check(string key) => ArgumentException.ThrowIfNullOrEmpty(key);

    internal static void Check(string key, CancellationToken cancellationToken)
    {
        Check(key);
        cancellationToken.ThrowIfCancellationRequested();
    }

    internal static void Check(string key, TimeSpan? ttl, CancellationToken cancellationToken = default)
    {
        Check(key, cancellationToken);
        if (ttl <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(ttl), ttl, $"The time to live of the channel's key '{key}' must be more than zero.");
        }
    }
}
