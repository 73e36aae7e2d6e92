using Graflow.Generators.Models.Payloads;

namespace Graflow.Generators.Emitting.Payloads;

/// <summary>Writes the codec of a struct that is its memory, with padding to clear or fields to check.</summary>
internal static class LayoutEmitter
{
    public static void Emit(CodeWriter writer, CodecModel codec)
    {
        const string services = CodecEmitter.Services;
        var type = codec.Type.Type;
        writer.Open($"internal static class {codec.Type.Codec}");
        writer.Lines($"""
            internal static readonly {services}.PayloadLayout Layout = CreateLayout();
            internal static readonly {services}.UnmanagedCodec<{type}> Instance = new(Layout, static shapes => {ShapeEmitter.Describe(codec)});

            internal static void WriteValue(ref {services}.PayloadWriter writer, {type} value) => Instance.Write(ref writer, value);

            internal static {type} ReadValue(ref {services}.PayloadReader reader) => Instance.Read(ref reader);

            """);
        if (codec.IsInlineArray)
        {
            var element = codec.Members[0].Type;
            writer.Line($"private static {services}.PayloadLayout CreateLayout() => {services}.PayloadLayout.OfElements<{type}, {element.Type}>({LayoutOf(element)});");
            writer.Close();
            return;
        }

        writer.Open($"private static {services}.PayloadLayout CreateLayout()");
        writer.Line($"var value = default({type});");
        writer.Line($"return new {services}.PayloadLayout(");
        var fields = codec.Members.Select((member, index) => ", " + Field(member, index));
        writer.Line($"    global::System.Runtime.CompilerServices.Unsafe.SizeOf<{type}>(){string.Concat(fields)});");
        writer.Close();
        for (var i = 0; i < codec.Members.Count; i++)
        {
            if (codec.Members[i].Getter is { } getter)
            {
                AccessorEmitter.Declare(writer, getter, NameOf(i));
            }
        }

        writer.Close();
    }

    private static string Field(MemberModel member, int index)
    {
        var field = member.Getter is { } getter ? AccessorEmitter.Get(getter, NameOf(index), "value") : $"value.{Literal.Escape(member.Name)}";
        var (method, type) = member.Type.Value is { } value ? ("OfNullable", value) : ("Of", member.Type);
        var layout = LayoutOf(type);
        return $"{CodecEmitter.Services}.PayloadField.{method}(ref value, ref {field}{(layout.Length > 0 ? ", " : "")}{layout})";
    }

    private static string LayoutOf(PayloadTypeModel type) => type.Access == PayloadAccess.Generated ? $"{type.Codec}.Layout" : "";

    private static string NameOf(int index) => $"Field{Literal.Of(index)}";
}
