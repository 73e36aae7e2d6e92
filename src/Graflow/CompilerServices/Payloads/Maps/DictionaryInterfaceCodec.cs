using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An <see cref="IDictionary{TKey, TValue}"/>, read as a <see cref="Dictionary{TKey, TValue}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DictionaryInterfaceCodec<TKey, TValue> : MapCodec<IDictionary<TKey, TValue>, TKey, TValue>
    where TKey : notnull
{
    private protected override IDictionary<TKey, TValue> Make(Dictionary<TKey, TValue> pairs) => pairs;
}
