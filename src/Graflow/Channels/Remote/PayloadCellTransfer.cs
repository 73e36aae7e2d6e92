using Graflow.CompilerServices;

namespace Graflow.Channels;

/// <summary>A key's value on its way: its type as text, its bytes.</summary>
internal static class PayloadCellTransfer
{
    /// <exception cref="NotSerializableException">The type has no codec.</exception>
    internal static void Write(ref PayloadWriter writer, Cell cell)
    {
        var payload = PayloadCell.Of(cell);
        writer.WriteString(payload.TypeText);
        if (payload.IsNull)
        {
            writer.WriteNullCollection();
            return;
        }

        writer.WriteCount(payload.Bytes.Length);
        writer.WriteUnmanagedSpan(payload.Bytes.Span);
    }

    /// <summary>Reads a copy.</summary>
    internal static PayloadCell Read(ref PayloadReader reader)
    {
        var typeText = reader.ReadString() ?? "";
        var length = reader.ReadCount(minimumElementSize: 1);
        return new PayloadCell(typeText, length < 0 ? null : reader.TakeSpan(length).ToArray(), Cell.Never);
    }
}
