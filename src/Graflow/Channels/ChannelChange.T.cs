namespace Graflow;

/// <summary>A change of a watched key.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Value">The new value; after a deletion or an expiry, the last one.</param>
public readonly record struct ChannelChange<T>(ChannelChangeKind Kind, T Value);
