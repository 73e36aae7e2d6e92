using Graflow.Generators.Models.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Finds what an object holds and its payload would silently lose. Only what is certain: computed properties and caches are fine.</summary>
internal static class LostState
{
    /// <summary>Calls that copy or wrap a collection and leave its state where it is.</summary>
    private static readonly HashSet<string> Views = new(StringComparer.Ordinal) { "AsReadOnly", "AsEnumerable", "ToArray", "ToList", "ToImmutableArray", "ToImmutableList" };

    public static IEnumerable<PayloadProblem> In(INamedTypeSymbol type, string text, IReadOnlyList<PayloadMember> members, ConstructorChoice choice, Compilation compilation)
    {
        var dropped = members.Where(member => !member.CanSet && !choice.Members.Contains(member)).ToArray();
        if (dropped.Length == members.Count && (HidesFields(type) || IsFrameworkCollection(type)))
        {
            yield return new PayloadProblem(PayloadProblemKind.Opaque, text, text, "keeps its state in private fields, so that nothing would be kept of it; give it public properties, or convert it to a type that has some");
            yield break;
        }

        foreach (var member in dropped)
        {
            if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) && FieldBehind(member) is { } field && !IsRestored(field, choice))
            {
                yield return new PayloadProblem(PayloadProblemKind.Unsettable, $"{text}.{member.Name}", member.Type.ToDisplayString(TypeNames.Short), $"shows the field '{field.Name}', which nothing sets when the payload is read; give it an init accessor or a constructor parameter, or leave it out by [PayloadIgnore]");
            }
        }
    }

    /// <summary>What a collection class holds besides its elements, of which alone its payload consists.</summary>
    public static IEnumerable<PayloadProblem> InCollection(INamedTypeSymbol type, string text, Compilation compilation) => MemberList.Of(type, compilation)
        .Where(static member => member.CanSet && !ForbiddenTypes.IsFramework(member.Last.ContainingType))
        .Select(member => new PayloadProblem(PayloadProblemKind.Unsettable, $"{text}.{member.Name}", member.Type.ToDisplayString(TypeNames.Short), "is a member of a collection, of which a payload keeps the elements alone; hold the collection in a class beside it, or leave it out by [PayloadIgnore]"));

    private static bool HidesFields(INamedTypeSymbol type)
    {
        for (var current = type; current is not null && !ForbiddenTypes.IsFramework(current); current = current.BaseType)
        {
            if (current.GetMembers().OfType<IFieldSymbol>().Any(static field => field is { IsStatic: false, IsConst: false } && !PayloadAttributes.IsIgnored(field.AssociatedSymbol ?? field)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is one by its base, such as <c>Stack&lt;T&gt;</c>, and nothing can be added through <c>ICollection&lt;T&gt;</c>.</summary>
    private static bool IsFrameworkCollection(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (ForbiddenTypes.IsFramework(current) && current.AllInterfaces.Any(static contract => contract.Is("System.Collections", "IEnumerable")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The field that a property gives away, as it is or as a view of it.</summary>
    private static IFieldSymbol? FieldBehind(PayloadMember member)
    {
        var getter = (member.Last as IPropertySymbol)?.GetMethod?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        var value = getter switch
        {
            ArrowExpressionClauseSyntax arrow => arrow.Expression,
            AccessorDeclarationSyntax { ExpressionBody: { } arrow } => arrow.Expression,
            AccessorDeclarationSyntax { Body.Statements: { Count: 1 } statements } => (statements[0] as ReturnStatementSyntax)?.Expression,
            _ => null,
        };
        if (value is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax view } && Views.Contains(view.Name.Identifier.ValueText))
        {
            value = view.Expression;
        }

        var name = value switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText,
            _ => null,
        };
        return name is null ? null : member.Last.ContainingType.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault(static field => field is { IsStatic: false, IsConst: false });
    }

    /// <summary>Whether the constructor or a setter may set the field, by its name or through a method of its own.</summary>
    private static bool IsRestored(IFieldSymbol field, ConstructorChoice choice)
    {
        var setters = field.ContainingType.GetMembers().OfType<IPropertySymbol>().Select(static property => property.SetMethod).OfType<ISymbol>();
        var constructor = choice.Members.Any(static member => member is not null) ? new ISymbol[] { choice.Constructor } : [];
        return PayloadAttributes.IsIncluded(field)
            || field.DeclaredAccessibility == Accessibility.Public
            || setters.Concat(constructor).SelectMany(static symbol => symbol.DeclaringSyntaxReferences).Any(reference => MaySet(reference.GetSyntax(), field));
    }

    private static bool MaySet(SyntaxNode code, IFieldSymbol field)
    {
        if (code is TypeDeclarationSyntax { ParameterList: { } parameters })
        {
            // A primary constructor: what it sets stands in the initializers.
            var names = parameters.Parameters.Select(static parameter => parameter.Identifier.ValueText).ToArray();
            return field.DeclaringSyntaxReferences.SelectMany(static reference => reference.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>()).Any(name => names.Contains(name.Identifier.ValueText));
        }

        return code.DescendantNodes().Any(node => node switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText == field.Name,
            InvocationExpressionSyntax call => call.Expression is SimpleNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax },
            ConstructorInitializerSyntax => true,
            _ => false,
        });
    }
}
