using System.Collections.Immutable;
using System.Composition;
using Graflow.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.CodeFixes;

/// <summary>GRF301: asks for the nearest name that is known.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NearestHandlerFix)), Shared]
public sealed class NearestHandlerFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GRF301"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (context.Diagnostics[0].Properties.TryGetValue(HandlerAnalyzer.Nearest, out var nearest) && nearest is not null
            && await context.FindAsync<ExpressionSyntax>().ConfigureAwait(false) is { } name)
        {
            var literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(nearest)).WithTriviaFrom(name);
            context.OfferReplacement($"Ask for \"{nearest}\"", nameof(NearestHandlerFix), name, literal);
        }
    }
}
