using System.Collections.Immutable;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An immutable set in the order of its elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImmutableSortedSetCodec<T> : CopyingCodec<ImmutableSortedSet<T>, T>
{
    private protected override ImmutableSortedSet<T>? Make(T[] elements)
    {
        var set = ImmutableSortedSet.Create(elements);
        return set.Count == elements.Length ? set : null;
    }
}
