using Graflow.Generators.Emitting;
using Graflow.Generators.Emitting.Payloads;
using Graflow.Generators.Models.Payloads;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Reads types as codecs refer to them; each once for a compilation.</summary>
internal sealed class PayloadTypeReader
{
    /// <summary>Without the names of tuple elements, which are no part of the run-time type.</summary>
    private static readonly SymbolDisplayFormat Runtime = TypeNames.Runtime.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    private static readonly SymbolDisplayFormat WireName = Runtime.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private readonly Dictionary<ITypeSymbol, PayloadTypeModel> _types = new(SymbolEqualityComparer.Default);

    public static string TextOf(ITypeSymbol type) => type.ToDisplayString(Runtime);

    /// <summary>As wire shapes name it.</summary>
    public static string WireNameOf(ITypeSymbol type) => type.ToDisplayString(WireName);

    public PayloadTypeModel Read(ITypeSymbol type)
    {
        if (!_types.TryGetValue(type, out var model))
        {
            model = Create(type);
            _types.Add(type, model);
        }

        return model;
    }

    private PayloadTypeModel Create(ITypeSymbol type)
    {
        var text = TextOf(type);
        return PayloadShapes.Of(type) switch
        {
            PayloadShape.Known => Known(type, text),
            PayloadShape.Memory => new(text, PayloadAccess.Unmanaged, $"UnmanagedCodec<{text}>", WireOfMemory(type), SizeOf(text)),
            PayloadShape.Nullable => Nullable(((INamedTypeSymbol)type).TypeArguments[0], text),
            PayloadShape.Outcome => Outcome(((INamedTypeSymbol)type).TypeArguments[0], text),
            PayloadShape.Array => Array((IArrayTypeSymbol)type, text),
            PayloadShape.Collection => Collection((INamedTypeSymbol)type, text),
            PayloadShape.Pair => Pair((INamedTypeSymbol)type, text),
            PayloadShape.Struct => Struct((INamedTypeSymbol)type, text),
            PayloadShape.Tuple => new(text, PayloadAccess.Generated, CodecNames.Of(text), $"({string.Join(",", ((INamedTypeSymbol)type).TupleElements.Select(element => element.Type).Select(part => Read(part).Wire))})", MinimumOf((INamedTypeSymbol)type)),
            PayloadShape.OwnCollection => new(text, PayloadAccess.Generated, CodecNames.Of(text), WireNameOf(type), "4"),
            _ => new(text, PayloadAccess.Generated, CodecNames.Of(text), WireNameOf(type), "1"),
        };
    }

    private static PayloadTypeModel Known(ITypeSymbol type, string text)
    {
        var name = KnownTypes.NameOf(type);
        var wire = text.StartsWith("global::", StringComparison.Ordinal) ? type.Name : text;
        return type.SpecialType == SpecialType.System_String ? new(text, PayloadAccess.String, null, wire, "4")
            : KnownTypes.PlainSize(name) is { } size ? new(text, PayloadAccess.Unmanaged, null, wire, Literal.Of(size))
            : KnownTypes.CheckedReader(name) is { } reader ? new(text, PayloadAccess.Checked, reader, wire, SizeOf(text))
            : new(text, PayloadAccess.Registered, null, wire, type.IsUnmanagedType ? SizeOf(text) : "1");
    }

    private PayloadTypeModel Nullable(ITypeSymbol value, string text)
    {
        var codec = value.IsUnmanagedType ? "NullableUnmanagedCodec" : "NullableCodec";
        return new(text, PayloadAccess.Library, $"{codec}<{TextOf(value)}>", Read(value).Wire + "?", value.IsUnmanagedType ? SizeOf(text) : "1") { Value = Read(value) };
    }

    private PayloadTypeModel Outcome(ITypeSymbol value, string text) =>
        new(text, PayloadAccess.Library, $"OutcomeCodec<{TextOf(value)}>", $"Outcome({Read(value).Wire})", "2");

    private PayloadTypeModel Array(IArrayTypeSymbol type, string text) =>
        new(text, PayloadAccess.Library, $"ArrayCodec<{TextOf(type.ElementType)}>", $"[{Read(type.ElementType).Wire}]", "4");

    private PayloadTypeModel Collection(INamedTypeSymbol type, string text)
    {
        var elements = string.Join(",", type.TypeArguments.Select(argument => Read(argument).Wire));
        var name = type.TypeKind == TypeKind.Interface ? $"{type.Name.Substring(1)}Interface" : type.Name;
        var codec = $"{name}Codec<{string.Join(", ", type.TypeArguments.Select(TextOf))}>";
        var (wire, minimum) = type.Name switch
        {
            "Lazy" => ($"Lazy({elements})", "1"),
            "IGrouping" => ($"Grouping({elements})", "1"),
            "ILookup" => ($"[Grouping({elements})]", "4"),
            _ => (type.Arity == 1 ? $"[{elements}]" : $"[({elements})]", "4"),
        };
        return new(text, PayloadAccess.Library, codec, wire, minimum);
    }

    private PayloadTypeModel Pair(INamedTypeSymbol type, string text)
    {
        var parts = string.Join(",", type.TypeArguments.Select(argument => Read(argument).Wire));
        var codec = $"{type.Name}Codec<{string.Join(", ", type.TypeArguments.Select(TextOf))}>";
        return type.Name == "Tuple"
            ? new(text, PayloadAccess.Library, codec, $"Tuple({parts})", "1")
            : new(text, PayloadAccess.Library, codec, type.IsUnmanagedType ? $"<{parts}>" : $"({parts})", type.IsUnmanagedType ? SizeOf(text) : string.Join(" + ", type.TypeArguments.Select(argument => Read(argument).MinimumSize)));
    }

    /// <summary>A struct without padding and without anything to check is copied; others have a codec that knows their layout.</summary>
    private PayloadTypeModel Struct(INamedTypeSymbol type, string text)
    {
        var wire = type.IsTupleType
            ? $"<{string.Join(",", type.TupleElements.Select(element => Read(element.Type).Wire))}>"
            : WireNameOf(type);
        return StructLayouts.IsPlain(type) || !StructLayouts.IsKnown(type)
            ? new(text, PayloadAccess.Unmanaged, $"UnmanagedCodec<{text}>", wire, SizeOf(text))
            : new(text, PayloadAccess.Generated, CodecNames.Of(text), wire, SizeOf(text));
    }

    private string MinimumOf(INamedTypeSymbol tuple) => string.Join(" + ", tuple.TupleElements.Select(element => Read(element.Type).MinimumSize));

    private static string SizeOf(string text) => $"global::System.Runtime.CompilerServices.Unsafe.SizeOf<{text}>()";

    private static string WireOfMemory(ITypeSymbol type) =>
        type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? WireNameOf(underlying) : WireNameOf(type);
}
