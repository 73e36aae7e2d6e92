using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>The end of a path such as <c>Order.Lines[].Price</c>.</summary>
/// <param name="Member">The last field or property on the way; null where there is none.</param>
/// <param name="Type">The type at the end.</param>
internal readonly record struct PayloadPath(ISymbol? Member, ITypeSymbol Type)
{
    private static readonly Regex Steps = new(@"\[\]\.(?<part>Key|Value)|(?<element>\[\])|\.(?<member>\w+)|\((?<case>\w+)\)");

    public static PayloadPath Follow(ITypeSymbol root, string path)
    {
        var (here, start) = (new PayloadPath(null, root), root.ToDisplayString(TypeNames.Short));
        foreach (Match step in Steps.Matches(path.StartsWith(start, StringComparison.Ordinal) ? path.Substring(start.Length) : ""))
        {
            here = here.Next(step);
        }

        return here;
    }

    private PayloadPath Next(Match step)
    {
        var type = Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : Type;
        return step switch
        {
            _ when step.Groups["part"] is { Success: true, Value: var part } && type is INamedTypeSymbol { Arity: 2 } map => this with { Type = map.TypeArguments[part == "Key" ? 0 : 1] },
            _ when step.Groups["part"] is { Success: true, Value: var part } => new PayloadPath(Member, ElementOf(type)).ToMember(part),
            _ when step.Groups["element"].Success => this with { Type = ElementOf(type) },
            _ when step.Groups["case"] is { Success: true, Value: var name } => this with { Type = PayloadAttributes.UnionOf(type).FirstOrDefault(member => member.Type?.Name == name).Type ?? type },
            _ => (this with { Type = type }).ToMember(step.Groups["member"].Value),
        };
    }

    private static ITypeSymbol ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { Name: "IGrouping", Arity: 2 } group => group.TypeArguments[1],
        INamedTypeSymbol { Arity: 1 } list => list.TypeArguments[0],
        INamedTypeSymbol own => PayloadShapes.ElementOf(own) ?? own,
        _ => type,
    };

    private PayloadPath ToMember(string name)
    {
        for (var current = Type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(name))
            {
                if (member is IPropertySymbol or IFieldSymbol)
                {
                    return new PayloadPath(member.DeclaringSyntaxReferences.IsEmpty ? Member : member, member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type);
                }
            }
        }

        return this;
    }
}
