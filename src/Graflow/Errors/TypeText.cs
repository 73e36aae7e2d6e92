namespace Graflow;

/// <summary>Types as C# writes them, without namespaces.</summary>
internal static class TypeText
{
    internal static string Of(Type type)
    {
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Of(underlying)}?";
        }

        if (IsTuple(type))
        {
            return $"({string.Join(", ", ElementsOf(type))})";
        }

        var name = Keyword(type) ?? (type.Name.IndexOf('`', StringComparison.Ordinal) is var tick and >= 0 ? type.Name[..tick] : type.Name);
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : name;
    }

    private static bool IsTuple(Type type) => type.IsGenericType && type.Namespace == nameof(System) && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal) && type.Name != "ValueTuple`1";

    /// <summary>C# nests what goes beyond seven elements.</summary>
    private static IEnumerable<string> ElementsOf(Type tuple) =>
        tuple.GetGenericArguments() is [.. var seven, var rest] && seven.Length == 7
            ? [.. seven.Select(Of), .. IsTuple(rest) ? ElementsOf(rest) : rest.GetGenericArguments().Select(Of)]
            : tuple.GetGenericArguments().Select(Of);

    private static string? Keyword(Type type) => type.IsEnum ? null : Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Char => "char",
        TypeCode.SByte => "sbyte",
        TypeCode.Byte => "byte",
        TypeCode.Int16 => "short",
        TypeCode.UInt16 => "ushort",
        TypeCode.Int32 => "int",
        TypeCode.UInt32 => "uint",
        TypeCode.Int64 => "long",
        TypeCode.UInt64 => "ulong",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        TypeCode.Decimal => "decimal",
        TypeCode.String => "string",
        TypeCode.Object when type == typeof(object) => "object",
        _ => null,
    };
}
