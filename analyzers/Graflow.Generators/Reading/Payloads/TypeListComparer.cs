using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Compares lists of types by their elements.</summary>
internal sealed class TypeListComparer : IEqualityComparer<IReadOnlyList<ITypeSymbol?>>
{
    public static TypeListComparer Instance { get; } = new();

    public bool Equals(IReadOnlyList<ITypeSymbol?>? x, IReadOnlyList<ITypeSymbol?>? y)
    {
        if (x is null || y is null || x.Count != y.Count)
        {
            return x == y;
        }

        for (var i = 0; i < x.Count; i++)
        {
            if (!SymbolEqualityComparer.Default.Equals(x[i], y[i]))
            {
                return false;
            }
        }

        return true;
    }

    public int GetHashCode(IReadOnlyList<ITypeSymbol?> obj)
    {
        var hash = obj.Count;
        for (var i = 0; i < obj.Count; i++)
        {
            hash = unchecked((hash * 31) + SymbolEqualityComparer.Default.GetHashCode(obj[i]));
        }

        return hash;
    }
}
