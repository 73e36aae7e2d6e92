using Graflow.Resilience;

namespace Graflow.Channels;

internal sealed record TryAddWrite<T>(string Key, T Value, TimeSpan? Ttl) : ChannelWrite(Key)
{
    internal override Cell Apply(Cell? current, TimeSpan now) => current ?? new ValueCell<T>(Value, MonotonicClock.Add(now, Ttl));
}
