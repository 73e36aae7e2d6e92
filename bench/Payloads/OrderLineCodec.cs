using Graflow.CompilerServices;

namespace Graflow.Bench.Payloads;

/// <summary>In the shape that the generator gives a record's codec.</summary>
internal sealed class OrderLineCodec : PayloadCodec<OrderLine?>
{
    private const byte Members = 4;
    private static readonly string[] Names = ["Sku", "Quantity", "Price", "Note"];

    public override int MinimumSize => 1;

    public override void Write(ref PayloadWriter writer, OrderLine? value)
    {
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        writer.Enter();
        writer.WriteObjectHeader(Members);
        writer.WriteString(value.Sku);
        writer.WriteUnmanaged(value.Quantity);
        writer.WriteUnmanaged(value.Price);
        writer.WriteString(value.Note);
        writer.Leave();
    }

    public override OrderLine? Read(ref PayloadReader reader)
    {
        if (!reader.TryReadObjectHeader(out var count))
        {
            return null;
        }

        if (count != Members)
        {
            throw PayloadFailure.OfMemberCount(reader.Offset - 1, "OrderLine", count, Members);
        }

        reader.Enter();
        var member = 0;
        try
        {
            member = 0;
            var m0 = reader.ReadString()!;
            member = 1;
            var m1 = reader.ReadUnmanaged<int>();
            member = 2;
            var m2 = reader.ReadDecimal();
            member = 3;
            var m3 = reader.ReadString()!;
            reader.Leave();
            return new OrderLine(m0, m1, m2, m3);
        }
        catch (PayloadException error) when (PayloadFailure.Within(error, Names[member]))
        {
            throw;
        }
    }
}
