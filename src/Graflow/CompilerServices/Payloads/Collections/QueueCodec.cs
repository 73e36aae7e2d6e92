using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A queue, from its head on.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class QueueCodec<T> : AddingCodec<Queue<T>, T>
{
    private protected override Queue<T> New(int capacity) => new(capacity);

    private protected override bool TryAdd(Queue<T> collection, T value)
    {
        collection.Enqueue(value);
        return true;
    }
}
