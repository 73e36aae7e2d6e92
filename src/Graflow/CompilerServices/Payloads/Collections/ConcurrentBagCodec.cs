using System.Collections.Concurrent;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A concurrent bag, in no order.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConcurrentBagCodec<T> : AddingCodec<ConcurrentBag<T>, T>
{
    private protected override ConcurrentBag<T> New(int capacity) => [];

    private protected override bool TryAdd(ConcurrentBag<T> collection, T value)
    {
        collection.Add(value);
        return true;
    }
}
