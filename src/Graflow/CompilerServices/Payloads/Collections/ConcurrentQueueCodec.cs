using System.Collections.Concurrent;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A concurrent queue, from its head on, as it is at one moment.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConcurrentQueueCodec<T> : AddingCodec<ConcurrentQueue<T>, T>
{
    private protected override ConcurrentQueue<T> New(int capacity) => new();

    private protected override bool TryAdd(ConcurrentQueue<T> collection, T value)
    {
        collection.Enqueue(value);
        return true;
    }
}
