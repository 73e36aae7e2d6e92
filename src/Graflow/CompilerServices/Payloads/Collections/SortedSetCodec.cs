using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A set in the order of its elements, which is not the payload's to choose.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SortedSetCodec<T> : AddingCodec<SortedSet<T>, T>
{
    private protected override SortedSet<T> New(int capacity) => [];

    private protected override bool TryAdd(SortedSet<T> collection, T value) => collection.Add(value);
}
