using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Graflow.Generators.Flows;

/// <summary>Tells code without flows at a glance, before anybody asks what it means.</summary>
internal static class FlowSyntax
{
    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal)
    {
        "As", "AtLeast", "AtMostFailed", "Bind", "Critical", "First", "ForEach", "Named", "OrElse", "Parallel", "RunAsync", "Select", "StartAsync", "To", "Try", "With", "WithExecution", "WithPolicy", "Within",
    };

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
