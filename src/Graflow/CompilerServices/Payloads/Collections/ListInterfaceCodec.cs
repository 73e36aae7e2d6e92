using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An <see cref="IList{T}"/>, read as a <see cref="List{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ListInterfaceCodec<T> : SequenceCodec<IList<T>, T>
{
    private protected override IList<T> ReadElements(ref PayloadReader reader, int count) => Elements.ReadList<T>(ref reader, count);
}
