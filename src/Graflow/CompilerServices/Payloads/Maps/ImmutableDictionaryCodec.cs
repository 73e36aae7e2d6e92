using System.Collections.Immutable;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An immutable dictionary.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImmutableDictionaryCodec<TKey, TValue> : MapCodec<ImmutableDictionary<TKey, TValue>, TKey, TValue>
    where TKey : notnull
{
    private protected override ImmutableDictionary<TKey, TValue> Make(Dictionary<TKey, TValue> pairs) => pairs.ToImmutableDictionary();
}
