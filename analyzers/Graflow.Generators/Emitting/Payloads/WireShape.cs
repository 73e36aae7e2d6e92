using Graflow.Generators.Models;
using Graflow.Generators.Models.Payloads;

namespace Graflow.Generators.Emitting.Payloads;

/// <summary>Writes what a payload looks like: what two versions of a program must agree on, and nothing else. Names of types stand where their bytes are described on another line; nullable annotations, kinds of collections and names of enums change no byte and are left out.</summary>
internal static class WireShape
{
    /// <summary>One line for each type that has a shape of its own, sorted: <c>Shop.Order(Id:int,Customer:Shop.Customer,Lines:[Shop.Line])</c>.</summary>
    public static string Of(IEnumerable<CodecModel> codecs) => string.Concat(codecs
        .Select(Of)
        .OfType<string>()
        .Distinct(StringComparer.Ordinal)
        .OrderBy(static line => line, StringComparer.Ordinal)
        .Select(static line => line + "\n"));

    /// <summary>The type's line; null for a collection or a tuple, which other lines spell out.</summary>
    public static string? Of(CodecModel codec) => codec.Kind switch
    {
        CodecKind.Object => $"{codec.Type.Wire}({Members(codec.Members)})",
        CodecKind.Unmanaged when codec.Type.Wire[0] != '<' => $"{codec.Type.Wire}<{Members(codec.Members)}>",
        CodecKind.Collection => $"{codec.Type.Wire}[{codec.Element!.Wire}]",
        CodecKind.Union => $"{codec.Type.Wire}|{string.Join("|", codec.Cases.Select(static member => $"{Literal.Of(member.Tag)}:{member.Type.Wire}"))}",
        _ => null,
    };

    private static string Members(EquatableArray<MemberModel> members) =>
        string.Join(",", members.Select(static member => $"{member.Name}:{member.Type.Wire}{member.Place}"));
}
