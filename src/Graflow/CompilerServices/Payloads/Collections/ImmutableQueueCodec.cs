using System.Collections.Immutable;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An immutable queue, from its head on.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImmutableQueueCodec<T> : CopyingCodec<ImmutableQueue<T>, T>
{
    private protected override ImmutableQueue<T>? Make(T[] elements) => ImmutableQueue.Create(elements);
}
