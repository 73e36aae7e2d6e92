using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An <see cref="IReadOnlyList{T}"/>, read as a <see cref="List{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReadOnlyListInterfaceCodec<T> : SequenceCodec<IReadOnlyList<T>, T>
{
    private protected override IReadOnlyList<T> ReadElements(ref PayloadReader reader, int count) => Elements.ReadList<T>(ref reader, count);
}
