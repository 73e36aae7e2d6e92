using System.Collections.ObjectModel;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An observable collection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ObservableCollectionCodec<T> : AddingCodec<ObservableCollection<T>, T>
{
    private protected override ObservableCollection<T> New(int capacity) => [];

    private protected override bool TryAdd(ObservableCollection<T> collection, T value)
    {
        collection.Add(value);
        return true;
    }
}
