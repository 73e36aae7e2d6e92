using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.CodeFixes;

/// <summary>GRF106: gives branches of one type to <c>Flow.Parallel</c>, which takes any number.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParallelFix)), Shared]
public sealed class ParallelFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GRF106"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var semantics = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (await context.FindAsync<BinaryExpressionSyntax>().ConfigureAwait(false) is not { RawKind: (int)SyntaxKind.BitwiseOrExpression } inner || semantics is null)
        {
            return;
        }

        var group = Outermost(inner);
        var branches = Flatten(group);
        if (branches.Select(branch => semantics.GetTypeInfo(branch, context.CancellationToken).Type).Distinct(SymbolEqualityComparer.Default).Count() == 1)
        {
            var call = SyntaxFactory.ParseExpression($"Flow.Parallel({string.Join(", ", branches.Select(static branch => branch.WithoutTrivia().ToFullString()))})").WithTriviaFrom(group);
            context.OfferReplacement("Use 'Flow.Parallel', which yields a list", nameof(ParallelFix), group, call);
        }
    }

    private static BinaryExpressionSyntax Outermost(BinaryExpressionSyntax group) =>
        group.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseOrExpression } outer && outer.Left == group ? Outermost(outer) : group;

    private static List<ExpressionSyntax> Flatten(BinaryExpressionSyntax group)
    {
        var branches = new List<ExpressionSyntax>();
        ExpressionSyntax rest = group;
        for (; rest is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseOrExpression } left; rest = left.Left)
        {
            branches.Insert(0, left.Right);
        }

        branches.Insert(0, rest);
        return branches;
    }
}
