using Graflow.CompilerServices;

namespace Graflow.Bench.Payloads;

/// <summary>In the shape that the generator gives a record's codec.</summary>
internal sealed class OrderCodec : PayloadCodec<Order?>
{
    private const byte Members = 3;
    private static readonly string[] Names = ["Id", "Customer", "Lines"];

    public override int MinimumSize => 1;

    public override void Write(ref PayloadWriter writer, Order? value)
    {
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        writer.Enter();
        writer.WriteObjectHeader(Members);
        writer.WriteUnmanaged(value.Id);
        writer.Write<Customer?>(value.Customer);
        writer.Write<List<OrderLine>?>(value.Lines);
        writer.Leave();
    }

    public override Order? Read(ref PayloadReader reader)
    {
        if (!reader.TryReadObjectHeader(out var count))
        {
            return null;
        }

        if (count != Members)
        {
            throw PayloadFailure.OfMemberCount(reader.Offset - 1, "Order", count, Members);
        }

        reader.Enter();
        var member = 0;
        try
        {
            member = 0;
            var m0 = reader.ReadUnmanaged<int>();
            member = 1;
            var m1 = reader.Read<Customer?>()!;
            member = 2;
            var m2 = reader.Read<List<OrderLine>?>()!;
            reader.Leave();
            return new Order(m0, m1, m2);
        }
        catch (PayloadException error) when (PayloadFailure.Within(error, Names[member]))
        {
            throw;
        }
    }
}
