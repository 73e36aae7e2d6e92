using Graflow.CompilerServices;

namespace Graflow.Bench.Payloads;

/// <summary>In the shape that the generator gives a record's codec.</summary>
internal sealed class CustomerCodec : PayloadCodec<Customer?>
{
    private const byte Members = 3;
    private static readonly string[] Names = ["Name", "Street", "City"];

    public override int MinimumSize => 1;

    public override void Write(ref PayloadWriter writer, Customer? value)
    {
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        writer.Enter();
        writer.WriteObjectHeader(Members);
        writer.WriteString(value.Name);
        writer.WriteString(value.Street);
        writer.WriteString(value.City);
        writer.Leave();
    }

    public override Customer? Read(ref PayloadReader reader)
    {
        if (!reader.TryReadObjectHeader(out var count))
        {
            return null;
        }

        if (count != Members)
        {
            throw PayloadFailure.OfMemberCount(reader.Offset - 1, "Customer", count, Members);
        }

        reader.Enter();
        var member = 0;
        try
        {
            member = 0;
            var m0 = reader.ReadString()!;
            member = 1;
            var m1 = reader.ReadString()!;
            member = 2;
            var m2 = reader.ReadString()!;
            reader.Leave();
            return new Customer(m0, m1, m2);
        }
        catch (PayloadException error) when (PayloadFailure.Within(error, Names[member]))
        {
            throw;
        }
    }
}
