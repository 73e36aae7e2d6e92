using System.Collections.Immutable;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An immutable list.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImmutableListCodec<T> : CopyingCodec<ImmutableList<T>, T>
{
    private protected override ImmutableList<T>? Make(T[] elements) => [.. elements];
}
