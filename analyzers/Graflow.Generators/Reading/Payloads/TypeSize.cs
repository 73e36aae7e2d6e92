using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Knows types that nobody wrote: a generic type that holds itself with larger arguments has no last one.</summary>
internal static class TypeSize
{
    private const int MaxParts = 128;
    private const int MaxDepth = 24;

    public static bool IsBounded(ITypeSymbol type)
    {
        var parts = 0;
        return Visit(type, 0, ref parts);
    }

    private static bool Visit(ITypeSymbol type, int depth, ref int parts)
    {
        if (++parts > MaxParts || depth > MaxDepth)
        {
            return false;
        }

        if (type is IArrayTypeSymbol array)
        {
            return Visit(array.ElementType, depth + 1, ref parts);
        }

        for (var outer = type as INamedTypeSymbol; outer is not null; outer = outer.ContainingType)
        {
            foreach (var argument in outer.TypeArguments)
            {
                if (!Visit(argument, depth + 1, ref parts))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
