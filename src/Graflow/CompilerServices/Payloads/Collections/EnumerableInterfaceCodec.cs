using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An <see cref="IEnumerable{T}"/>, read as an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumerableInterfaceCodec<T> : CopyingCodec<IEnumerable<T>, T>
{
    private protected override IEnumerable<T>? Make(T[] elements) => elements;
}
