using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Bodies;

/// <summary>A catch that ends the exception of the task's own cancellation: no filter, no throw in it, and something in its try that hears of the token.</summary>
internal static class SwallowedCancellation
{
    public static bool IsIn(CatchClauseSyntax clause, SemanticModel semantics, CancellationToken ct) =>
        clause is { Filter: null, Parent: TryStatementSyntax attempt }
        && !clause.Block.DescendantNodes().Any(static node => node is ThrowStatementSyntax or ThrowExpressionSyntax)
        && Catches(clause, semantics, ct)
        && !attempt.Catches.TakeWhile(other => other != clause).Any(other => other.Filter is null && Catches(other, semantics, ct))
        && HearsOfToken(attempt.Block, semantics, ct);

    private static bool Catches(CatchClauseSyntax clause, SemanticModel semantics, CancellationToken ct)
    {
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
