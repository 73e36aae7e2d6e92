using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An <see cref="ISet{T}"/>, read as a <see cref="HashSet{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SetInterfaceCodec<T> : AddingCodec<ISet<T>, T>
{
    private protected override ISet<T> New(int capacity) => new HashSet<T>(capacity);

    private protected override bool TryAdd(ISet<T> collection, T value) => collection.Add(value);
}
