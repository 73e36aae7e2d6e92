using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A dictionary.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DictionaryCodec<TKey, TValue> : MapCodec<Dictionary<TKey, TValue>, TKey, TValue>
    where TKey : notnull
{
    private protected override Dictionary<TKey, TValue> Make(Dictionary<TKey, TValue> pairs) => pairs;
}
