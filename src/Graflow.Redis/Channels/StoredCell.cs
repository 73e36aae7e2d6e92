using System.Buffers.Binary;
using System.Globalization;
using Graflow.Channels;
using Graflow.Redis.Scripts;

namespace Graflow.Redis.Channels;

/// <summary>A key's value as it stands in Redis: numbers as text, which Redis can add to, everything else as its payload.</summary>
/// <param name="Kind">What it is: <c>n</c> number, <c>v</c> bytes, <c>0</c> null.</param>
/// <param name="Type">The type of the value, with its namespace.</param>
/// <param name="Value">The value.</param>
internal readonly record struct StoredCell(string Kind, string Type, byte[] Value)
{
    private const string Number = "n";
    private const string Bytes = "v";
    private const string Null = "0";
    private const string List = "l";
    private const string Int32 = "System.Int32";
    private const string Int64 = "System.Int64";

    /// <exception cref="NotSerializableException">The type has no codec.</exception>
    internal static StoredCell Of<T>(T value) => Of(PayloadCell.Of(Cell.Of(value, Cell.Never)));

    internal static StoredCell Of(PayloadCell cell) => cell switch
    {
        { IsNull: true } => new(Null, cell.TypeText, []),
        { TypeText: Int32 } => new(Number, Int32, Decimal(BinaryPrimitives.ReadInt32LittleEndian(cell.Bytes.Span))),
        { TypeText: Int64 } => new(Number, Int64, Decimal(BinaryPrimitives.ReadInt64LittleEndian(cell.Bytes.Span))),
        _ => new(Bytes, cell.TypeText, cell.Bytes.ToArray()),
    };

    /// <summary>Reads what a script gave of a key, from a place on; null where there is no such key.</summary>
    internal static PayloadCell? Read(Reply[] cell, int at = 0)
    {
        if (cell.Length <= at)
        {
            return null;
        }

        var (kind, type, value) = (cell[at].Text, cell[at + 2].Text, cell[at + 3]);
        var bytes = kind switch
        {
            Null => null,
            Number => NumberBytes(type, value.Text),
            List => ListBytes(int.Parse(value.Text, CultureInfo.InvariantCulture), cell[at + 4].Bytes),
            _ => value.Bytes,
        };
        return new PayloadCell(type, bytes, Cell.Never) { Version = cell[at + 1].Number };
    }

    private static byte[] Decimal(long number) => System.Text.Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    private static byte[] NumberBytes(string type, string text)
    {
        var number = long.Parse(text, CultureInfo.InvariantCulture);
        return type == Int32 ? BitConverter.GetBytes((int)number) : BitConverter.GetBytes(number);
    }

    private static byte[] ListBytes(int count, byte[] elements)
    {
        var bytes = new byte[sizeof(int) + elements.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, count);
        elements.CopyTo(bytes, sizeof(int));
        return bytes;
    }
}
