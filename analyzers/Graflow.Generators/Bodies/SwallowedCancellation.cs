using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Bodies;

/// <summary>A catch that ends the exception of the task's own cancellation: no filter, no throw in it, and something in its try that hears of the token.</summary>
internal static class SwallowedCancellation
{
    /// <summary>A look at the text, which spares most methods the semantic model.</summary>
    public static bool MayBe(CatchClauseSyntax clause) =>
        clause.Filter is null && (clause.Declaration is null || clause.Declaration.Type.GetLastToken().ValueText is "Exception" or "SystemException" or "OperationCanceledException" or "TaskCanceledException");

    public static bool IsIn(CatchClauseSyntax clause, SemanticModel semantics, CancellationToken ct) =>
        clause.Parent is TryStatementSyntax attempt
        && !clause.Block.DescendantNodes().Any(static node => node is ThrowStatementSyntax or ThrowExpressionSyntax)
        && Catches(clause, semantics, ct)
        && !attempt.Catches.TakeWhile(other => other != clause).Any(other => Catches(other, semantics, ct))
        && HearsOfToken(attempt.Block, semantics, ct);

    private static bool Catches(CatchClauseSyntax clause, SemanticModel semantics, CancellationToken ct)
    {
        if (!MayBe(clause))
        {
            return false;
        }

        if (clause.Declaration is null)
        {
            return true;
        }

        var type = semantics.GetTypeInfo(clause.Declaration.Type, ct).Type;
        return type.Is("System", "Exception") || type.Is("System", "SystemException") || type.Is("System", "OperationCanceledException") || type.Is("System.Threading.Tasks", "TaskCanceledException");
    }

    private static bool HearsOfToken(BlockSyntax block, SemanticModel semantics, CancellationToken ct) => block.DescendantNodes().Any(node => node switch
    {
        ArgumentSyntax argument => semantics.GetTypeInfo(argument.Expression, ct).Type.Is("System.Threading", "CancellationToken"),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ThrowIfCancellationRequested" } => true,
        _ => false,
    });
}
