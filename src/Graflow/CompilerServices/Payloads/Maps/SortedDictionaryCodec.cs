using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A dictionary in the order of its keys.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SortedDictionaryCodec<TKey, TValue> : MapCodec<SortedDictionary<TKey, TValue>, TKey, TValue>
    where TKey : notnull
{
    private protected override SortedDictionary<TKey, TValue> Make(Dictionary<TKey, TValue> pairs) => new(pairs);
}
