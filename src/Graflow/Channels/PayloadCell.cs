using Graflow.CompilerServices;
using Graflow.Payloads;

namespace Graflow.Channels;

/// <summary>A value as bytes: another process stored it, and whoever reads it here says as what. The type's text is compared and never looked up.</summary>
internal sealed class PayloadCell(string typeText, byte[]? bytes, TimeSpan expiresAt) : Cell(expiresAt)
{
    private static readonly string Int32 = typeof(int).ToString();
    private static readonly string Int64 = typeof(long).ToString();

    internal override string TypeText => typeText;

    internal override bool IsNull => bytes is null;

    internal ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>A cell's value as bytes.</summary>
    /// <exception cref="NotSerializableException">The type has no codec.</exception>
    internal static PayloadCell Of(Cell cell)
    {
        if (cell is PayloadCell or { IsNull: true })
        {
            return cell as PayloadCell ?? new PayloadCell(cell.WireType, bytes: null, cell.ExpiresAt);
        }

        using var buffer = PooledBuffer.Rent();
        var writer = new PayloadWriter(buffer);
        cell.Write(ref writer);
        writer.Flush();
        return new PayloadCell(cell.WireType, buffer.Written.ToArray(), cell.ExpiresAt);
    }

    internal PayloadCell Until(TimeSpan moment) => new(typeText, bytes, moment);

    internal (Cell List, int Count) Append(string key, PayloadCell item) => AppendPayload(key, item);

    internal override void Write(ref PayloadWriter writer) => writer.WriteUnmanagedSpan(Bytes.Span);

    protected override bool TryRead<T>(out T result)
    {
        if (bytes is not { } payload)
        {
            result = default!;
            return result is null;
        }

        if (Number(payload, typeof(T)) is { } number)
        {
            result = number is T read ? read : default!;
            return number is T;
        }

        var isSame = typeof(T).ToString() == typeText;
        result = isSame ? PayloadSerializer.Deserialize<T>(payload) : default!;
        return isSame;
    }

    private protected override (Cell List, int Count) AppendPayload(string key, PayloadCell item) =>
        typeText == item.TypeText ? PayloadListCell.Of(this).Extend(item) : base.AppendPayload(key, item);

    /// <summary>The number, boxed, if it is one: as the other kind of number where that is wanted and the value fits.</summary>
    private object? Number(ReadOnlySpan<byte> payload, Type wanted)
    {
        if (typeText == Int32)
        {
            var number = PayloadSerializer.Deserialize<int>(payload);
            return wanted == typeof(long) ? (long)number : (object)number;
        }

        if (typeText == Int64)
        {
            var number = PayloadSerializer.Deserialize<long>(payload);
            return wanted == typeof(int) && number == (int)number ? (int)number : (object)number;
        }

        return null;
    }
}
