using System.Collections.Immutable;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An <see cref="IImmutableStack{T}"/>, read as an <see cref="ImmutableStack{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImmutableStackInterfaceCodec<T> : CopyingCodec<IImmutableStack<T>, T>
{
    private protected override IEnumerable<T> InWireOrder(IImmutableStack<T> value) => value.Reverse();

    private protected override IImmutableStack<T>? Make(T[] elements) => ImmutableStack.Create(elements);
}
