using System.Collections.ObjectModel;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A <see cref="Collection{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CollectionCodec<T> : AddingCodec<Collection<T>, T>
{
    private protected override Collection<T> New(int capacity) => [];

    private protected override bool TryAdd(Collection<T> collection, T value)
    {
        collection.Add(value);
        return true;
    }
}
