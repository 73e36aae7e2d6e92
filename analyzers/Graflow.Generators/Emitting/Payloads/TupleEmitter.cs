using Graflow.Generators.Models.Payloads;

namespace Graflow.Generators.Emitting.Payloads;

/// <summary>Writes the codec of a tuple: its elements, without a header.</summary>
internal static class TupleEmitter
{
    public static void Emit(CodeWriter writer, CodecModel codec)
    {
        writer.Open($"internal static void WriteValue(ref {CodecEmitter.Services}.PayloadWriter writer, {codec.Type.Type} value)");
        for (var i = 0; i < codec.Members.Count; i++)
        {
            writer.Line(ValueCode.Write(codec.Members[i].Type, $"value{Path(i)}", ValueCode.FieldOf(i)));
        }

        writer.Close();
        writer.Line();
        writer.Open($"internal static {codec.Type.Type} ReadValue(ref {CodecEmitter.Services}.PayloadReader reader)");
        writer.Line("var member = 0;");
        writer.Open("try");
        writer.Line($"{codec.Type.Type} result = default;");
        for (var i = 0; i < codec.Members.Count; i++)
        {
            if (i > 0)
            {
                writer.Line($"member = {Literal.Of(i)};");
            }

            writer.Line($"result{Path(i)} = {ValueCode.Read(codec.Members[i].Type, ValueCode.FieldOf(i))};");
        }

        writer.Line("return result;");
        writer.Close();
        writer.Lines($$"""
            catch ({{WellKnown.PayloadException}} error) when ({{CodecEmitter.Services}}.PayloadFailure.Within(error, NameOf(member)))
            {
                throw;
            }
            """);
        writer.Close();
        writer.Line();
        ObjectEmitter.EmitNames(writer, codec);
    }

    /// <summary>Elements after the seventh are in the tuple's rest.</summary>
    private static string Path(int index)
    {
        const int inOne = 7;
        return string.Concat(Enumerable.Repeat(".Rest", index / inOne)) + $".Item{Literal.Of((index % inOne) + 1)}";
    }
}
