using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A linked list.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LinkedListCodec<T> : AddingCodec<LinkedList<T>, T>
{
    private protected override LinkedList<T> New(int capacity) => new();

    private protected override bool TryAdd(LinkedList<T> collection, T value)
    {
        collection.AddLast(value);
        return true;
    }
}
