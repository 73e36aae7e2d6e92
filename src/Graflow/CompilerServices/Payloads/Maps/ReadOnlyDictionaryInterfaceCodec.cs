using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An <see cref="IReadOnlyDictionary{TKey, TValue}"/>, read as a <see cref="Dictionary{TKey, TValue}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReadOnlyDictionaryInterfaceCodec<TKey, TValue> : MapCodec<IReadOnlyDictionary<TKey, TValue>, TKey, TValue>
    where TKey : notnull
{
    private protected override IReadOnlyDictionary<TKey, TValue> Make(Dictionary<TKey, TValue> pairs) => pairs;
}
