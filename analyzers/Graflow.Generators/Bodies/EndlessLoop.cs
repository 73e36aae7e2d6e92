using Graflow.Generators.Edges;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Bodies;

/// <summary>A task that asks to run again whatever happens. Only what the text shows: all returns, and no throw.</summary>
internal static class EndlessLoop
{
    /// <summary>Whether the signature lets it ask at all; a look at the text spares most methods the rest.</summary>
    public static bool MayBe(MethodDeclarationSyntax method) =>
        method.AttributeLists.Count > 0 && method.ReturnType.DescendantNodesAndSelf().OfType<GenericNameSyntax>().Any(static type => type.Identifier.ValueText == "Next");

    public static bool IsIn(MethodDeclarationSyntax method, IMethodSymbol task, SemanticModel semantics, CancellationToken ct)
    {
        var nodes = method.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).ToArray();
        if (nodes.Any(static node => node is ThrowStatementSyntax or ThrowExpressionSyntax || IsCancel(node)))
        {
            return false;
        }

        var returned = method.ExpressionBody is { } arrow ? [arrow.Expression] : nodes.OfType<ReturnStatementSyntax>().Select(static statement => statement.Expression).OfType<ExpressionSyntax>().ToArray();
        var ends = returned.SelectMany(Leaves).ToArray();
        return ends.Length > 0 && ends.All(end => IsItself(end, task, semantics, ct));
    }

    private static bool IsCancel(SyntaxNode node) => node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CancelRun" or "ThrowIfCancellationRequested" };

    private static IEnumerable<ExpressionSyntax> Leaves(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Leaves(parenthesized.Expression),
        ConditionalExpressionSyntax conditional => Leaves(conditional.WhenTrue).Concat(Leaves(conditional.WhenFalse)),
        SwitchExpressionSyntax choice => choice.Arms.SelectMany(static arm => Leaves(arm.Expression)),
        _ => [expression],
    };

    private static bool IsItself(ExpressionSyntax end, IMethodSymbol task, SemanticModel semantics, CancellationToken ct) =>
        end is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "To" }, ArgumentList.Arguments: { Count: > 0 } arguments }
        && SymbolEqualityComparer.Default.Equals(EdgeReader.TaskOf(semantics.GetTypeInfo(arguments[0].Expression, ct).Type), task);
}
