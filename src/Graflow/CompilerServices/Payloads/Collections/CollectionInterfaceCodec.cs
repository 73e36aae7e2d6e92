using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An <see cref="ICollection{T}"/>, read as a <see cref="List{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CollectionInterfaceCodec<T> : SequenceCodec<ICollection<T>, T>
{
    private protected override ICollection<T> ReadElements(ref PayloadReader reader, int count) => Elements.ReadList<T>(ref reader, count);
}
