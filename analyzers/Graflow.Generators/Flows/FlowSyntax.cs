using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Flows;

/// <summary>Tells code without flows at a glance, before anybody asks what it means.</summary>
internal static class FlowSyntax
{
    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal)
    {
        "As", "AtLeast", "AtMostFailed", "Bind", "Critical", "First", "ForEach", "Named", "OrElse", "Parallel", "RunAsync", "Select", "StartAsync", "To", "Try", "With", "WithExecution", "WithPolicy", "Within",
    };

    /// <summary>Whether code has a way out of its member: what stands after it may never run.</summary>
    public static bool MayLeave(SyntaxNode code) => code
        .DescendantNodesAndSelf(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(static node => node is ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or GotoStatementSyntax);

    /// <summary>Whether somebody wrote what the property does when it is read.</summary>
    public static bool HasGetter(IPropertySymbol property) => property.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax()).OfType<PropertyDeclarationSyntax>().Any(static declaration =>
        declaration.ExpressionBody is not null || declaration.AccessorList?.Accessors.Any(static accessor => accessor.Keyword.ValueText == "get" && (accessor.Body ?? (SyntaxNode?)accessor.ExpressionBody) is not null) == true);

    public static bool MayMakeFlows(SyntaxNode code)
    {
        foreach (var token in code.DescendantTokens())
        {
            switch (token.Kind())
            {
                case SyntaxKind.GreaterThanGreaterThanToken or SyntaxKind.BarToken or SyntaxKind.GreaterThanGreaterThanEqualsToken or SyntaxKind.BarEqualsToken:
                case SyntaxKind.IdentifierToken when Methods.Contains(token.ValueText):
                    return true;
            }
        }

        return false;
    }
}
