using Graflow.Generators.Models.Payloads;

namespace Graflow.Generators.Emitting.Payloads;

/// <summary>Writes how a codec tells what its payload looks like. Of other types only their names are asked for here: what they look like is their codecs' business.</summary>
internal static class ShapeEmitter
{
    /// <summary>The expression that describes the type to <c>shapes</c>.</summary>
    public static string Describe(CodecModel codec) => codec.Kind switch
    {
        CodecKind.Union => $"shapes.AddUnion({Name(codec)}, {Parts(codec.Cases.Select(static member => $".Case<{member.Type.Type}>({Literal.Of(member.Tag)})"))})",
        CodecKind.Collection => $"shapes.AddCollection<{codec.Element!.Type}>({Name(codec)})",
        CodecKind.Tuple => $"shapes.TupleOf({Parts(codec.Members.Select(static member => $".Part<{member.Type.Type}>()"))})",
        CodecKind.Unmanaged when codec.Type.Wire[0] == '<' => $"shapes.MemoryOf({Parts(codec.Members.Select(static member => $".Part<{member.Type.Type}>()"))})",
        CodecKind.Unmanaged => $"shapes.AddStruct({Name(codec)}, {Parts(codec.Members.Select(member => Member(member, PlaceOf(codec, member))))})",
        _ => $"shapes.AddObject({Name(codec)}, {Parts(codec.Members.Select(static member => Member(member, "")))})",
    };

    private static string Name(CodecModel codec) => Literal.Of(codec.Type.Wire);

    private static string Parts(IEnumerable<string> parts) => $"static shape => shape{string.Concat(parts)}";

    private static string Member(MemberModel member, string place) => $".Member<{member.Type.Type}>({Literal.Of(member.Name)}{place})";

    /// <summary>How often an inline array has its element is known at run time only.</summary>
    private static string PlaceOf(CodecModel codec, MemberModel member) =>
        codec.IsInlineArray ? $", \"*\" + global::System.Runtime.CompilerServices.Unsafe.SizeOf<{codec.Type.Type}>() / global::System.Runtime.CompilerServices.Unsafe.SizeOf<{member.Type.Type}>()"
        : member.Place.Length > 0 ? $", {Literal.Of(member.Place)}"
        : "";
}
