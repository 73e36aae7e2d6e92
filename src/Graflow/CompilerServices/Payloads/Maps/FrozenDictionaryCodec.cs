using System.Collections.Frozen;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A frozen dictionary.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FrozenDictionaryCodec<TKey, TValue> : MapCodec<FrozenDictionary<TKey, TValue>, TKey, TValue>
    where TKey : notnull
{
    private protected override FrozenDictionary<TKey, TValue> Make(Dictionary<TKey, TValue> pairs) => pairs.ToFrozenDictionary();
}
