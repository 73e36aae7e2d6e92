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
    public override void Write(ref PayloadWriter writer, List<T>? value)
    {
        if (value is null)
        {
            writer.WriteNullCollection();
            return;
        }

        writer.WriteCount(value.Count);
        PayloadCodec<T>.Default.WriteAll(ref writer, CollectionsMarshal.AsSpan(value));
    }

    /// <inheritdoc/>
    public override List<T>? Read(ref PayloadReader reader)
    {
        var codec = PayloadCodec<T>.Default;
        var count = reader.ReadCount(codec.MinimumSize);
        if (count < 0)
        {
            return null;
        }

        var list = new List<T>(count);
        CollectionsMarshal.SetCount(list, count);
        codec.ReadAll(ref reader, CollectionsMarshal.AsSpan(list));
        return list;
    }
}
