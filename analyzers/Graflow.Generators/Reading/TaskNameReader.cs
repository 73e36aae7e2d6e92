using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Graflow.Generators.Reading;

/// <summary>Gives each task method its id and its node's name. Overloads are named after their ids.</summary>
internal static class TaskNameReader
{
    public static IEnumerable<TaskName> Read(INamedTypeSymbol type, string idPrefix)
    {
        var methods = new List<(IMethodSymbol Method, AttributeData Attribute)>();
        var (names, overloaded) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && FindAttribute(method) is { } attribute)
            {
                methods.Add((method, attribute));
                if (!names.Add(method.Name))
                {
                    overloaded.Add(method.Name);
                }
            }
        }

        foreach (var (method, attribute) in methods)
        {
            var given = attribute.Argument<string>(0);
            var node = given is not null && overloaded.Contains(method.Name) ? Identifier(given) : method.Name;
            yield return new TaskName(method, attribute, given ?? idPrefix + method.Name, node);
        }
    }

    private static AttributeData? FindAttribute(IMethodSymbol method) =>
        method.Find("TaskAttribute") ?? method.PartialImplementationPart?.Find("TaskAttribute");

    /// <summary>The id's last part, as an identifier: <c>orders.sum-doubles</c> gives <c>sum_doubles</c>.</summary>
    private static string Identifier(string id)
    {
        var result = new StringBuilder();
        foreach (var character in id.Substring(id.LastIndexOf('.') + 1))
        {
            var fits = result.Length == 0 ? SyntaxFacts.IsIdentifierStartCharacter(character) : SyntaxFacts.IsIdentifierPartCharacter(character);
            if (!fits && result.Length == 0 && SyntaxFacts.IsIdentifierPartCharacter(character))
            {
                result.Append('_');
                fits = true;
            }

            result.Append(fits ? character : '_');
        }

        return result.Length == 0 ? "_" : result.ToString();
    }
}
