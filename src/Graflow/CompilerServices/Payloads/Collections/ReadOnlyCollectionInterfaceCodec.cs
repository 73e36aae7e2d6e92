using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An <see cref="IReadOnlyCollection{T}"/>, read as a <see cref="List{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReadOnlyCollectionInterfaceCodec<T> : SequenceCodec<IReadOnlyCollection<T>, T>
{
    private protected override IReadOnlyCollection<T> ReadElements(ref PayloadReader reader, int count) => Elements.ReadList<T>(ref reader, count);
}
