using System.Collections.Immutable;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An <see cref="IImmutableSet{T}"/>, read as an <see cref="ImmutableHashSet{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImmutableSetInterfaceCodec<T> : CopyingCodec<IImmutableSet<T>, T>
{
    private protected override IImmutableSet<T>? Make(T[] elements)
    {
        var set = ImmutableHashSet.Create(elements);
        return set.Count == elements.Length ? set : null;
    }
}
