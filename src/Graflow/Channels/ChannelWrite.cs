using Graflow.CompilerServices;

namespace Graflow.Channels;

/// <summary>One recorded write.</summary>
/// <param name="Key">What it writes to.</param>
/// <param name="Ttl">The value's time to live; null for ever, and for a write without a value of its own.</param>
internal abstract record ChannelWrite(string Key, TimeSpan? Ttl = null)
{
    /// <summary>What the key holds afterwards; the same cell if the write changes nothing, null if the key is then absent.</summary>
    /// <param name="current">What the key holds before.</param>
    /// <param name="now">The channel's clock, from which a time to live counts.</param>
    internal abstract Cell? Apply(Cell? current, TimeSpan now);

    internal abstract ChannelOperation Operation { get; }

    /// <summary>The value as bytes, or an element with its list's type; null for a write without one.</summary>
    /// <exception cref="NotSerializableException">The value's type has no codec.</exception>
    internal virtual PayloadCell? Encode() => null;

    /// <summary>Writes all but the operation and the key.</summary>
    /// <exception cref="NotSerializableException">The value's type has no codec.</exception>
    internal abstract void WriteRest(ref PayloadWriter writer);
}
