using System.Collections.Immutable;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An <see cref="IImmutableQueue{T}"/>, read as an <see cref="ImmutableQueue{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImmutableQueueInterfaceCodec<T> : CopyingCodec<IImmutableQueue<T>, T>
{
    private protected override IImmutableQueue<T>? Make(T[] elements) => ImmutableQueue.Create(elements);
}
