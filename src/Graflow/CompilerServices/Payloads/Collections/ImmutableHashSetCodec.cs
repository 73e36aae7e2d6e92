using System.Collections.Immutable;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An immutable set.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImmutableHashSetCodec<T> : CopyingCodec<ImmutableHashSet<T>, T>
{
    private protected override ImmutableHashSet<T>? Make(T[] elements)
    {
        var set = ImmutableHashSet.Create(elements);
        return set.Count == elements.Length ? set : null;
    }
}
