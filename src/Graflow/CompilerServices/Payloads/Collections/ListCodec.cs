using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Graflow.CompilerServices;

/// <summary>A list.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ListCodec<T> : PayloadCodec<List<T>?>
{
    /// <inheritdoc/>
    public override int MinimumSize => sizeof(int);

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => $"[{shapes.Of<T>()}]";

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, List<T>? value)
    {
        if (value is null)
        {
            writer.WriteNullCollection();
            return;
        }

        Elements.Write<T>(ref writer, CollectionsMarshal.AsSpan(value));
    }

    /// <inheritdoc/>
    public override List<T>? Read(ref PayloadReader reader)
    {
        var count = reader.ReadCount(PayloadCodec<T>.Default.MinimumSize);
        return count < 0 ? null : Elements.ReadList<T>(ref reader, count);
    }
}
