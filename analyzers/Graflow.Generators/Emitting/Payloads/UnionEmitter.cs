using Graflow.Generators.Models.Payloads;

namespace Graflow.Generators.Emitting.Payloads;

/// <summary>Writes the codec of a union.</summary>
internal static class UnionEmitter
{
    public static void Emit(CodeWriter writer, CodecModel codec)
    {
        EmitWrite(writer, codec);
        writer.Line();
        EmitRead(writer, codec);
    }

    private static void EmitWrite(CodeWriter writer, CodecModel codec)
    {
        writer.Open($"internal static void WriteValue(ref {CodecEmitter.Services}.PayloadWriter writer, {codec.Type.Type} value)");
        writer.Lines("""
            if (value is null)
            {
                writer.WriteNull();
                return;
            }

            var type = value.GetType();
            """);
        // Exact types first: a case that others derive from would take their values.
        foreach (var (member, index) in codec.Cases.Select(static (member, index) => (member, index)).OrderBy(static item => item.member.IsOpen))
        {
            writer.Open(member.IsOpen ? $"if (value is {member.Type.Type})" : $"if (type == typeof({member.Type.Type}))");
            writer.Line($"writer.WriteUnionTag({Literal.Of(member.Tag)});");
            writer.Line(ValueCode.Write(member.Type, $"({member.Type.Type})value", ValueCode.FieldOf(index)));
            writer.Line("return;");
            writer.Close();
            writer.Line();
        }

        writer.Line($"{CodecEmitter.Services}.PayloadFailure.ThrowUnknownType(typeof({codec.Type.Type}), type);");
        writer.Close();
    }

    private static void EmitRead(CodeWriter writer, CodecModel codec)
    {
        writer.Open($"internal static {codec.Type.Type} ReadValue(ref {CodecEmitter.Services}.PayloadReader reader)");
        writer.Lines("""
            if (!reader.TryReadUnionTag(out var tag))
            {
                return null;
            }

            """);
        writer.Open("switch (tag)");
        foreach (var (member, index) in codec.Cases.Select(static (member, index) => (member, index)))
        {
            writer.Line($"case {Literal.Of(member.Tag)}:");
            writer.Line($"    return {ValueCode.Read(member.Type, ValueCode.FieldOf(index))};");
        }

        writer.Line("default:");
        writer.Line($"    throw {CodecEmitter.Services}.PayloadFailure.OfTag(reader.Offset - (tag < 250 ? 1 : 3), {Literal.Of(codec.Type.Wire)}, tag);");
        writer.Close();
        writer.Close();
    }
}
