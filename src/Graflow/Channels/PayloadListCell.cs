using System.Buffers.Binary;
using Graflow.CompilerServices;

namespace Graflow.Channels;

/// <summary>A list as bytes, which shares them with the cells that it was extended from: a list's payload is its count and then its elements, one after the other.</summary>
/// <param name="typeText">The list's type.</param>
/// <param name="shared">The elements, and maybe more.</param>
/// <param name="length">How many bytes are this cell's.</param>
/// <param name="count">How many elements they are.</param>
/// <param name="expiresAt">When the key expires.</param>
internal sealed class PayloadListCell(string typeText, SharedBytes shared, int length, int count, TimeSpan expiresAt) : Cell(expiresAt)
{
    internal override string TypeText => typeText;

    internal override Cell Frozen => new PayloadCell(typeText, Compose(), ExpiresAt) { Version = Version };

    internal static PayloadListCell Empty(string typeText, TimeSpan expiresAt) => new(typeText, new SharedBytes(), length: 0, count: 0, expiresAt);

    /// <summary>An element for the end of a list: its bytes, and the list's type.</summary>
    /// <exception cref="NotSerializableException">The type has no codec.</exception>
    internal static PayloadCell ElementOf<T>(T item) => new(typeof(List<T>).ToString(), PayloadSerializer.Serialize(item), Never);

    /// <exception cref="PayloadException">The bytes are no list.</exception>
    internal static PayloadListCell Of(PayloadCell list)
    {
        if (list.IsNull)
        {
            return Empty(list.TypeText, list.ExpiresAt);
        }

        var reader = new PayloadReader(list.Bytes.Span);
        var count = reader.ReadCount(minimumElementSize: 0);
        var elements = new SharedBytes();
        elements.Append(at: 0, list.Bytes.Span[sizeof(int)..]);
        return new PayloadListCell(list.TypeText, elements, list.Bytes.Length - sizeof(int), Math.Max(count, 0), list.ExpiresAt);
    }

    internal (Cell List, int Count) Extend(PayloadCell item)
    {
        var bytes = shared.Append(length, item.Bytes.Span);
        return (new PayloadListCell(typeText, bytes, length + item.Bytes.Length, count + 1, ExpiresAt), count + 1);
    }

    internal override void Write(ref PayloadWriter writer) => Frozen.Write(ref writer);

    protected override bool TryRead<T>(out T value)
    {
        var isSame = typeof(T).ToString() == typeText;
        value = isSame ? PayloadSerializer.Deserialize<T>(Compose()) : default!;
        return isSame;
    }

    private protected override (Cell List, int Count) AppendPayload(string key, PayloadCell item) =>
        typeText == item.TypeText ? Extend(item) : base.AppendPayload(key, item);

    private byte[] Compose()
    {
        var list = new byte[sizeof(int) + length];
        BinaryPrimitives.WriteInt32LittleEndian(list, count);
        shared.CopyTo(list.AsSpan(sizeof(int)));
        return list;
    }
}
