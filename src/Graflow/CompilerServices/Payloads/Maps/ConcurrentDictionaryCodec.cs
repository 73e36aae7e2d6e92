using System.Collections.Concurrent;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A concurrent dictionary, as it is at one moment.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConcurrentDictionaryCodec<TKey, TValue> : MapCodec<ConcurrentDictionary<TKey, TValue>, TKey, TValue>
    where TKey : notnull
{
    private protected override IEnumerable<KeyValuePair<TKey, TValue>> Snapshot(ConcurrentDictionary<TKey, TValue> map) => map.ToArray();

    private protected override ConcurrentDictionary<TKey, TValue> Make(Dictionary<TKey, TValue> pairs) => new(pairs);
}
