using System.Collections.ObjectModel;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A <see cref="ReadOnlyCollection{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReadOnlyCollectionCodec<T> : CopyingCodec<ReadOnlyCollection<T>, T>
{
    private protected override ReadOnlyCollection<T>? Make(T[] elements) => new(elements);
}
