using System.Globalization;
using System.Reflection;

namespace Graflow.Tests.Conventions;

/// <summary>Types as C# writes them: keywords, tuples, nullability, no namespaces.</summary>
internal static class ApiName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type, NullabilityInfo? info = null)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, info?.ElementType ?? info);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying) + "?";
        }

        var mark = info is { ReadState: NullabilityState.Nullable } && !type.IsValueType && !type.IsGenericParameter ? "?" : "";
        return (type.IsArray ? $"{Of(type.GetElementType()!, info?.ElementType)}[]" : Bare(type, info)) + mark;
    }

    public static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Bare(Type type, NullabilityInfo? info)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var arguments = Arguments(type, info);
        return IsTuple(type)
            ? $"({string.Join(", ", arguments)})"
            : Outer(type) + Simple(type) + (arguments.Count == 0 ? "" : $"<{string.Join(", ", arguments)}>");
    }

    // The eighth argument of a tuple is a tuple of the rest.
    private static List<string> Arguments(Type type, NullabilityInfo? info) =>
        [.. type.GetGenericArguments().SelectMany((argument, i) =>
            i == 7 && IsTuple(type) ? Arguments(argument, null) : [Of(argument, info?.GenericTypeArguments.ElementAtOrDefault(i))])];

    private static bool IsTuple(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition().FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal);

    private static string Outer(Type type) => type.DeclaringType is { } outer ? Simple(outer) + "." : "";

    private static string Simple(Type type) => type.Name.Split('`')[0];
}
