using System.Collections.ObjectModel;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A read-only dictionary.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReadOnlyDictionaryCodec<TKey, TValue> : MapCodec<ReadOnlyDictionary<TKey, TValue>, TKey, TValue>
    where TKey : notnull
{
    private protected override ReadOnlyDictionary<TKey, TValue> Make(Dictionary<TKey, TValue> pairs) => new(pairs);
}
