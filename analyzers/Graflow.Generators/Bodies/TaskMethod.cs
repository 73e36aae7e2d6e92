using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Bodies;

/// <summary>The task whose body a node is part of.</summary>
internal static class TaskMethod
{
    /// <returns>Null outside of tasks, and in a lambda that is kept for later instead of handed to a call.</returns>
    public static IMethodSymbol? Around(SyntaxNode node, SemanticModel semantics, CancellationToken ct)
    {
        for (var outer = node.Parent; outer is not null; outer = outer.Parent)
        {
            switch (outer)
            {
                case AnonymousFunctionExpressionSyntax { Parent: not ArgumentSyntax }:
                    return null;
                case MethodDeclarationSyntax method:
                    return semantics.GetDeclaredSymbol(method, ct) is IMethodSymbol symbol && (symbol.Find("TaskAttribute") ?? symbol.PartialDefinitionPart?.Find("TaskAttribute")) is not null ? symbol : null;
                case MemberDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether it takes a token, or a context, which has one.</summary>
    public static bool HearsOfCancellation(IMethodSymbol method) => method.Parameters.Any(static parameter =>
        parameter.Type.Is("System.Threading", "CancellationToken") || parameter.Type.Is("Graflow", "TaskContext") || parameter.Type.Is("Graflow", "TaskContext", 1));
}
