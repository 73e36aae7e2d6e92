using System.Collections.Concurrent;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A concurrent stack, from its bottom to its top, as it is at one moment.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConcurrentStackCodec<T> : AddingCodec<ConcurrentStack<T>, T>
{
    private protected override IEnumerable<T> InWireOrder(ConcurrentStack<T> value) => value.ToArray().Reverse();

    private protected override ConcurrentStack<T> New(int capacity) => new();

    private protected override bool TryAdd(ConcurrentStack<T> collection, T value)
    {
        collection.Push(value);
        return true;
    }
}
