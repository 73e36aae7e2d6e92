using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A stack, from its bottom to its top.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StackCodec<T> : AddingCodec<Stack<T>, T>
{
    private protected override IEnumerable<T> InWireOrder(Stack<T> value) => value.Reverse();

    private protected override Stack<T> New(int capacity) => new(capacity);

    private protected override bool TryAdd(Stack<T> collection, T value)
    {
        collection.Push(value);
        return true;
    }
}
