using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Graflow.CompilerServices;

/// <summary>Text that grows: the UTF-16 form. Null is -1, which MemoryPack reads; it writes one byte, which it does not.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StringBuilderCodec : PayloadCodec<StringBuilder?>
{
    /// <inheritdoc/>
    public override int MinimumSize => sizeof(int);

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, StringBuilder? value)
    {
        if (value is null)
        {
            writer.WriteNullCollection();
            return;
        }

        writer.WriteCount(value.Length);
        foreach (var chunk in value.GetChunks())
        {
            writer.WriteUnmanagedSpan(chunk.Span);
        }
    }

    /// <inheritdoc/>
    public override StringBuilder? Read(ref PayloadReader reader)
    {
        var count = reader.ReadCount(sizeof(char));
        return count < 0 ? null : new StringBuilder(count).Append(MemoryMarshal.Cast<byte, char>(reader.TakeSpan(count * sizeof(char))));
    }
}
