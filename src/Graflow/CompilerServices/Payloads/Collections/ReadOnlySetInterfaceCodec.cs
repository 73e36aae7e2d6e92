using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An <see cref="IReadOnlySet{T}"/>, read as a <see cref="HashSet{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReadOnlySetInterfaceCodec<T> : CopyingCodec<IReadOnlySet<T>, T>
{
    private protected override IReadOnlySet<T>? Make(T[] elements)
    {
        var set = new HashSet<T>(elements);
        return set.Count == elements.Length ? set : null;
    }
}
