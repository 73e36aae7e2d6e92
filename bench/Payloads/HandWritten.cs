using System.Runtime.InteropServices;

namespace Graflow.Bench.Payloads;

/// <summary>What a person writes with <see cref="BinaryWriter"/> and <see cref="BinaryReader"/>: each member in its turn, arrays of numbers as one block.</summary>
internal static class HandWritten
{
    public static void Write(BinaryWriter writer, Measurement value)
    {
        writer.Write(value.Id);
        Span<byte> device = stackalloc byte[16];
        value.Device.TryWriteBytes(device);
        writer.Write(device);
        writer.Write(value.At.ToBinary());
        writer.Write(value.Value);
        writer.Write(value.Lowest);
        writer.Write(value.Highest);
        writer.Write(value.Samples);
        writer.Write(value.IsValid);
        writer.Write(value.Unit);
        writer.Write(value.Site);
    }

    public static Measurement ReadMeasurement(BinaryReader reader)
    {
        var id = reader.ReadInt64();
        Span<byte> device = stackalloc byte[16];
        reader.ReadExactly(device);
        return new(id, new Guid(device), DateTime.FromBinary(reader.ReadInt64()), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadInt32(), reader.ReadBoolean(), reader.ReadString(), reader.ReadString());
    }

    public static void Write(BinaryWriter writer, Order value)
    {
        writer.Write(value.Id);
        writer.Write(value.Customer.Name);
        writer.Write(value.Customer.Street);
        writer.Write(value.Customer.City);
        writer.Write(value.Lines.Count);
        foreach (var line in value.Lines)
        {
            writer.Write(line.Sku);
            writer.Write(line.Quantity);
            writer.Write(line.Price);
            writer.Write(line.Note);
        }
    }

    public static Order ReadOrder(BinaryReader reader)
    {
        var id = reader.ReadInt32();
        var customer = new Customer(reader.ReadString(), reader.ReadString(), reader.ReadString());
        var count = reader.ReadInt32();
        var lines = new List<OrderLine>(count);
        for (var i = 0; i < count; i++)
        {
            lines.Add(new(reader.ReadString(), reader.ReadInt32(), reader.ReadDecimal(), reader.ReadString()));
        }

        return new(id, customer, lines);
    }

    public static void Write(BinaryWriter writer, double[] value)
    {
        writer.Write(value.Length);
        writer.Write(MemoryMarshal.AsBytes(value.AsSpan()));
    }

    public static double[] ReadDoubles(BinaryReader reader)
    {
        var value = new double[reader.ReadInt32()];
        reader.ReadExactly(MemoryMarshal.AsBytes(value.AsSpan()));
        return value;
    }
}
