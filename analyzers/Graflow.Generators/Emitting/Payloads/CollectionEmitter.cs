using Graflow.Generators.Models.Payloads;

namespace Graflow.Generators.Emitting.Payloads;

/// <summary>Writes the codec of a collection class that is the user's own: filled by <c>Add</c>.</summary>
internal static class CollectionEmitter
{
    public static void Emit(CodeWriter writer, CodecModel codec)
    {
        EmitWrite(writer, codec);
        writer.Line();
        EmitRead(writer, codec);
    }

    private static void EmitWrite(CodeWriter writer, CodecModel codec)
    {
        var (type, element) = (codec.Type.Type, codec.Element!);
        writer.Open($"internal static void WriteValue(ref {CodecEmitter.Services}.PayloadWriter writer, {type} value)");
        if (!codec.IsValueType)
        {
            writer.Lines("""
                if (value is null)
                {
                    writer.WriteNullCollection();
                    return;
                }

                """);
            ObjectEmitter.EmitTypeCheck(writer, codec);
        }

        writer.Lines($$"""
            writer.Enter();
            var count = ((global::System.Collections.Generic.ICollection<{{element.Type}}>)value).Count;
            var written = 0;
            writer.WriteCount(count);
            foreach (var item in (global::System.Collections.Generic.IEnumerable<{{element.Type}}>)value)
            {
                {{ValueCode.Write(element, "item", ValueCode.FieldOf(0))}}
                written++;
            }

            if (written != count)
            {
                {{CodecEmitter.Services}}.PayloadFailure.ThrowChanged(typeof({{type}}), count, written);
            }

            writer.Leave();
            """);
        writer.Close();
    }

    private static void EmitRead(CodeWriter writer, CodecModel codec)
    {
        var (type, element) = (codec.Type.Type, codec.Element!);
        writer.Open($"internal static {type} ReadValue(ref {CodecEmitter.Services}.PayloadReader reader)");
        writer.Lines($$"""
            var count = reader.ReadCount({{element.MinimumSize}});
            if (count < 0)
            {
                {{(codec.IsValueType ? $"throw {CodecEmitter.Services}.PayloadFailure.OfNull(reader.Offset - 4, {Literal.Of(codec.Type.Wire)});" : "return null;")}}
            }

            var index = -1;
            reader.Enter();
            try
            {
                var result = new {{type}}();
                var items = (global::System.Collections.Generic.ICollection<{{element.Type}}>)result;
                if (items.Count > 0)
                {
                    items.Clear();
                }

                for (var i = 0; i < count; i++)
                {
                    index = i;
                    var item = {{ValueCode.Read(element, ValueCode.FieldOf(0))}};
                    index = -1;
                    items.Add(item);
                }

                if (items.Count != count)
                {
                    throw {{CodecEmitter.Services}}.PayloadFailure.OfDuplicate(reader.Offset, typeof({{type}}));
                }

                reader.Leave();
                return {{(codec.IsValueType ? $"({type})items" : "result")}};
            }
            catch ({{WellKnown.PayloadException}} error) when (index >= 0 && {{CodecEmitter.Services}}.PayloadFailure.Within(error, index))
            {
                throw;
            }
            catch (global::System.Exception error) when (index < 0 && error is not {{WellKnown.PayloadException}})
            {
                throw {{CodecEmitter.Services}}.PayloadFailure.OfConstruction(reader.Offset, {{Literal.Of(codec.Type.Wire)}}, error);
            }
            """);
        writer.Close();
    }
}
