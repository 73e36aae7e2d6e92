using System.Collections.Immutable;
using System.Globalization;
using Graflow.Generators.Models;

namespace Graflow.Generators.Emitting;

/// <summary>Names generated files. The compiler compares them without case, C# compares types with case.</summary>
internal static class HintNames
{
    public static EquatableArray<string> FindClashes(ImmutableArray<string> names) =>
        names
            .GroupBy(static name => name, StringComparer.OrdinalIgnoreCase)
            .Where(static group => group.Distinct(StringComparer.Ordinal).Skip(1).Any())
            .SelectMany(static group => group.Distinct(StringComparer.Ordinal))
            .ToEquatableArray();

    public static string FileFor(string name, EquatableArray<string> clashes) =>
        clashes.Contains(name, StringComparer.Ordinal) ? $"{name}-{Hash(name)}.g.cs" : $"{name}.g.cs";

    private static string Hash(string name)
    {
        var hash = 2166136261u;
        foreach (var character in name)
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
