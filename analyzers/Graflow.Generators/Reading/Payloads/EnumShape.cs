using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>An enum's line of a wire baseline, <c>Shop.Level:byte{Low:0,High:1}</c>: a payload has the number only, and what it means is what the names say.</summary>
internal static class EnumShape
{
    /// <returns>Null for the framework's enums, which stay as they are.</returns>
    public static string? Of(INamedTypeSymbol type) => IsFramework(type)
        ? null
        : $"{PayloadTypeReader.WireNameOf(type)}:{PayloadTypeReader.WireNameOf(type.EnumUnderlyingType!)}{{{string.Join(",", Values(type).Select(static value => $"{value.Name}:{value.Number.ToString(CultureInfo.InvariantCulture)}"))}}}";

    /// <summary>By number, so that the order of the text says nothing.</summary>
    private static IEnumerable<(string Name, decimal Number)> Values(INamedTypeSymbol type) => type.GetMembers()
        .OfType<IFieldSymbol>()
        .Where(static field => field is { IsConst: true, ConstantValue: not null })
        .Select(static field => (field.Name, Number: Convert.ToDecimal(field.ConstantValue, CultureInfo.InvariantCulture)))
        .OrderBy(static value => value.Number)
        .ThenBy(static value => value.Name, StringComparer.Ordinal);

    private static bool IsFramework(INamedTypeSymbol type)
    {
        var outermost = type.ContainingNamespace;
        while (outermost is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            outermost = outermost.ContainingNamespace;
        }

        return outermost is { Name: "System", IsGlobalNamespace: false };
    }
}
