using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>The constructor that makes objects of what was read, with the member for each parameter; null where the default value stands in.</summary>
internal sealed record ConstructorChoice(IMethodSymbol Constructor, IReadOnlyList<PayloadMember?> Members)
{
    /// <returns>Null where there is none.</returns>
    public static ConstructorChoice? Of(INamedTypeSymbol type, IReadOnlyList<PayloadMember> members, Compilation compilation)
    {
        var all = type.InstanceConstructors
            .Where(constructor => !IsCopy(constructor, type))
            .Select(constructor => Match(constructor, members, compilation))
            .OfType<ConstructorChoice>()
            .ToArray();
        if (type.InstanceConstructors.FirstOrDefault(static constructor => constructor.FindByName("MemoryPackConstructorAttribute") is not null) is { } marked)
        {
            return all.FirstOrDefault(choice => SymbolEqualityComparer.Default.Equals(choice.Constructor, marked));
        }

        var open = all.Where(choice => compilation.IsSymbolAccessibleWithin(choice.Constructor, compilation.Assembly) && !PayloadMember.IsForbidden(choice.Constructor)).ToArray();
        var empty = open.FirstOrDefault(static choice => choice.Members.Count == 0);
        if (empty is not null && !type.IsRecord && !empty.Constructor.IsImplicitlyDeclared && members.All(member => member.CanAssign(compilation) || !member.CanSet))
        {
            return empty;
        }

        return Largest(open) is { Members.Count: > 0 } best ? best : empty ?? Largest(all);
    }

    private static ConstructorChoice? Largest(IEnumerable<ConstructorChoice> choices) => choices
        .OrderByDescending(static choice => choice.Members.Count(static member => member is not null))
        .ThenBy(static choice => choice.Members.Count)
        .FirstOrDefault();

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    private static ConstructorChoice? Match(IMethodSymbol constructor, IReadOnlyList<PayloadMember> members, Compilation compilation)
    {
        var matched = new List<PayloadMember?>();
        foreach (var parameter in constructor.Parameters)
        {
            var member = members.FirstOrDefault(member => Fits(member, parameter, StringComparison.Ordinal, compilation))
                ?? members.FirstOrDefault(member => Fits(member, parameter, StringComparison.OrdinalIgnoreCase, compilation));
            if (parameter.RefKind is not (RefKind.None or RefKind.In) || (member is null && !parameter.HasExplicitDefaultValue) || (member is not null && matched.Contains(member)))
            {
                return null;
            }

            matched.Add(member);
        }

        return new ConstructorChoice(constructor, matched);
    }

    private static bool Fits(PayloadMember member, IParameterSymbol parameter, StringComparison comparison, Compilation compilation) =>
        member.Name.Equals(parameter.Name, comparison)
        && (SymbolEqualityComparer.Default.Equals(member.Type, parameter.Type)
            || compilation.ClassifyConversion(member.Type, parameter.Type) is { IsImplicit: true } conversion && (conversion.IsIdentity || conversion.IsReference));
}
