using Graflow.Resilience;

namespace Graflow.Channels;

internal sealed record SetWrite<T>(string Key, T Value, TimeSpan? Ttl) : ChannelWrite(Key)
{
    internal override Cell Apply(Cell? current, TimeSpan now) => new ValueCell<T>(Value, MonotonicClock.Add(now, Ttl));
}
