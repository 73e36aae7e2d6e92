using System.Collections.Frozen;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A frozen set.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FrozenSetCodec<T> : CopyingCodec<FrozenSet<T>, T>
{
    private protected override FrozenSet<T>? Make(T[] elements)
    {
        var set = elements.ToFrozenSet();
        return set.Count == elements.Length ? set : null;
    }
}
