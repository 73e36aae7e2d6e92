using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A sorted list. Made at once: one that is added to in the wrong order takes a time that grows with the square of its length.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SortedListCodec<TKey, TValue> : MapCodec<SortedList<TKey, TValue>, TKey, TValue>
    where TKey : notnull
{
    private protected override SortedList<TKey, TValue> Make(Dictionary<TKey, TValue> pairs) => new(pairs);
}
