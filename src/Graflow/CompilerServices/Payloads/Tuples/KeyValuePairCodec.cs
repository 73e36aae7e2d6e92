using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Graflow.CompilerServices;

/// <summary>A key with its value: the memory of the pair if both are unmanaged, else one after the other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KeyValuePairCodec<TKey, TValue> : PayloadCodec<KeyValuePair<TKey, TValue>>
{
    internal static readonly PairFormat<TKey, TValue> Format = RuntimeHelpers.IsReferenceOrContainsReferences<KeyValuePair<TKey, TValue>>()
        ? new()
        : new(KeyValueFields<TKey, TValue>.KeyOffset, KeyValueFields<TKey, TValue>.ValueOffset, Unsafe.SizeOf<KeyValuePair<TKey, TValue>>());

    /// <inheritdoc/>
    public override int MinimumSize => Format.MinimumSize;

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => RuntimeHelpers.IsReferenceOrContainsReferences<KeyValuePair<TKey, TValue>>()
        ? $"({shapes.Of<TKey>()},{shapes.Of<TValue>()})"
        : $"<{shapes.Of<TKey>()},{shapes.Of<TValue>()}>";

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, KeyValuePair<TKey, TValue> value) => Format.Write(ref writer, value.Key, value.Value);

    /// <inheritdoc/>
    public override KeyValuePair<TKey, TValue> Read(ref PayloadReader reader)
    {
        var (key, value) = Format.Read(ref reader);
        return new(key, value);
    }
}
