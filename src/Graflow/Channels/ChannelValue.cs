using System.Diagnostics.CodeAnalysis;

namespace Graflow;

/// <summary>What a key held when it was read.</summary>
/// <param name="Exists">Whether the key existed; null is a value, so <paramref name="Value"/> alone does not tell.</param>
/// <param name="Value">The value; the default of <typeparamref name="T"/> when the key did not exist.</param>
public readonly record struct ChannelValue<T>(bool Exists, T? Value)
{
    /// <summary>Whether the key existed, with its value.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = Value!;
        return Exists;
    }
}
