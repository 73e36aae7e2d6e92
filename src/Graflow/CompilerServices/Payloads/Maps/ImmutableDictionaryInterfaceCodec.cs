using System.Collections.Immutable;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An <see cref="IImmutableDictionary{TKey, TValue}"/>, read as an <see cref="ImmutableDictionary{TKey, TValue}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImmutableDictionaryInterfaceCodec<TKey, TValue> : MapCodec<IImmutableDictionary<TKey, TValue>, TKey, TValue>
    where TKey : notnull
{
    private protected override IImmutableDictionary<TKey, TValue> Make(Dictionary<TKey, TValue> pairs) => pairs.ToImmutableDictionary();
}
