using System.Collections.Immutable;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An immutable dictionary in the order of its keys.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImmutableSortedDictionaryCodec<TKey, TValue> : MapCodec<ImmutableSortedDictionary<TKey, TValue>, TKey, TValue>
    where TKey : notnull
{
    private protected override ImmutableSortedDictionary<TKey, TValue> Make(Dictionary<TKey, TValue> pairs) => pairs.ToImmutableSortedDictionary();
}
