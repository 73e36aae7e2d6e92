using Graflow.CompilerServices;

namespace Graflow.Bench.Payloads;

/// <summary>In the shape that the generator gives a record's codec.</summary>
internal sealed class MeasurementCodec : PayloadCodec<Measurement?>
{
    private const byte Members = 10;
    private static readonly string[] Names = ["Id", "Device", "At", "Value", "Lowest", "Highest", "Samples", "IsValid", "Unit", "Site"];

    public override int MinimumSize => 1;

    public override void Write(ref PayloadWriter writer, Measurement? value)
    {
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        writer.Enter();
        writer.WriteObjectHeader(Members);
        writer.WriteUnmanaged(value.Id);
        writer.WriteUnmanaged(value.Device);
        writer.WriteUnmanaged(value.At);
        writer.WriteUnmanaged(value.Value);
        writer.WriteUnmanaged(value.Lowest);
        writer.WriteUnmanaged(value.Highest);
        writer.WriteUnmanaged(value.Samples);
        writer.WriteUnmanaged(value.IsValid);
        writer.WriteString(value.Unit);
        writer.WriteString(value.Site);
        writer.Leave();
    }

    public override Measurement? Read(ref PayloadReader reader)
    {
        if (!reader.TryReadObjectHeader(out var count))
        {
            return null;
        }

        if (count != Members)
        {
            throw PayloadFailure.OfMemberCount(reader.Offset - 1, "Measurement", count, Members);
        }

        reader.Enter();
        var member = 0;
        try
        {
            member = 0;
            var m0 = reader.ReadUnmanaged<long>();
            member = 1;
            var m1 = reader.ReadUnmanaged<Guid>();
            member = 2;
            var m2 = reader.ReadDateTime();
            member = 3;
            var m3 = reader.ReadUnmanaged<double>();
            member = 4;
            var m4 = reader.ReadUnmanaged<double>();
            member = 5;
            var m5 = reader.ReadUnmanaged<double>();
            member = 6;
            var m6 = reader.ReadUnmanaged<int>();
            member = 7;
            var m7 = reader.ReadBoolean();
            member = 8;
            var m8 = reader.ReadString()!;
            member = 9;
            var m9 = reader.ReadString()!;
            reader.Leave();
            return new Measurement(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9);
        }
        catch (PayloadException error) when (PayloadFailure.Within(error, Names[member]))
        {
            throw;
        }
    }
}
