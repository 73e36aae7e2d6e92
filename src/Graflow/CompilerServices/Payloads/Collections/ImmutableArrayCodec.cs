using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Graflow.CompilerServices;

/// <summary>An immutable array; the default one is null on the wire.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImmutableArrayCodec<T> : PayloadCodec<ImmutableArray<T>>
{
    /// <inheritdoc/>
    public override int MinimumSize => sizeof(int);

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => $"[{shapes.Of<T>()}]";

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, ImmutableArray<T> value)
    {
        if (value.IsDefault)
        {
            writer.WriteNullCollection();
            return;
        }

        Elements.Write(ref writer, value.AsSpan());
    }

    /// <inheritdoc/>
    public override ImmutableArray<T> Read(ref PayloadReader reader) => ImmutableCollectionsMarshal.AsImmutableArray(Elements.Read<T>(ref reader));
}
