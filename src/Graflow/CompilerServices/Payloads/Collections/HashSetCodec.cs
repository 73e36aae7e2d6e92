using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A set.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HashSetCodec<T> : AddingCodec<HashSet<T>, T>
{
    private protected override HashSet<T> New(int capacity) => new(capacity);

    private protected override bool TryAdd(HashSet<T> collection, T value) => collection.Add(value);
}
