using System.Collections.Immutable;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An <see cref="IImmutableList{T}"/>, read as an <see cref="ImmutableList{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImmutableListInterfaceCodec<T> : CopyingCodec<IImmutableList<T>, T>
{
    private protected override IImmutableList<T>? Make(T[] elements) => ImmutableList.Create(elements);
}
