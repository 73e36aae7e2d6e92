using System.Collections.Immutable;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An immutable stack, from its bottom to its top.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImmutableStackCodec<T> : CopyingCodec<ImmutableStack<T>, T>
{
    private protected override IEnumerable<T> InWireOrder(ImmutableStack<T> value) => value.Reverse();

    private protected override ImmutableStack<T>? Make(T[] elements) => ImmutableStack.Create(elements);
}
