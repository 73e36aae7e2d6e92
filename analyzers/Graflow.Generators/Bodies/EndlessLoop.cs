using Graflow.Generators.Reading;
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

    /// <summary>Whether a statement of its own, which nothing comes around, asks for another iteration. Whoever looks at a token lets the loop run until it is cancelled.</summary>
    public static bool AlwaysIterates(MethodDeclarationSyntax method, IMethodSymbol task)
    {
        var contexts = task.Parameters.Where(static parameter => parameter.Type.Is("Graflow", "TaskContext", 1)).Select(static parameter => parameter.Name).ToArray();
        var statements = method.ExpressionBody is { } arrow ? [arrow.Expression] : method.Body?.Statements.OfType<ExpressionStatementSyntax>().Select(static statement => statement.Expression) ?? [];
        if (statements.FirstOrDefault(statement => ContextOf(statement) is { } context && contexts.Contains(context)) is not { } call)
        {
            return false;
        }

        return !method.DescendantNodes().Any(node => IsCancel(node) || IsToken(node) || node switch
        {
            ThrowStatementSyntax or ThrowExpressionSyntax => true,
            ReturnStatementSyntax or GotoStatementSyntax => node.SpanStart < call.SpanStart,
            _ => false,
        });
    }

    /// <summary>The name of the context that is asked; null for another expression.</summary>
    private static string? ContextOf(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "NextIteration", Expression: IdentifierNameSyntax context } } ? context.Identifier.ValueText : null;

    private static bool IsToken(SyntaxNode node) =>
        node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CancellationToken" } or ParameterSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "CancellationToken" } };

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
        && SymbolEqualityComparer.Default.Equals(TaskContainer.OfNode(semantics.GetTypeInfo(arguments[0].Expression, ct).Type)?.Method, task);
}
