using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.CodeFixes;

/// <summary>GRF109: puts the chains of a group in parentheses; what the code means stays the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParenthesesFix)), Shared]
public sealed class ParenthesesFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GRF109"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null)
        {
            return;
        }

        var diagnostic = context.Diagnostics[0];
        var chains = diagnostic.AdditionalLocations.Select(static place => place.SourceSpan).Prepend(diagnostic.Location.SourceSpan)
            .Select(span => root.FindNode(span, getInnermostNodeForTie: true)).OfType<BinaryExpressionSyntax>().ToArray();
        context.OfferReplacement("Add parentheses", nameof(ParenthesesFix), root, root.ReplaceNodes(chains, static (_, chain) => Parenthesize(chain)));
    }

    private static ParenthesizedExpressionSyntax Parenthesize(BinaryExpressionSyntax chain) =>
        SyntaxFactory.ParenthesizedExpression(chain.WithoutTrivia()).WithTriviaFrom(chain);
}
