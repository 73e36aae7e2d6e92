using System.Collections.ObjectModel;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A <see cref="ReadOnlyObservableCollection{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReadOnlyObservableCollectionCodec<T> : CopyingCodec<ReadOnlyObservableCollection<T>, T>
{
    private protected override ReadOnlyObservableCollection<T>? Make(T[] elements) => new(new ObservableCollection<T>(elements));
}
