using System.Collections.Immutable;
using System.Composition;
using Graflow.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
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
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (context.Diagnostics[0].Properties.TryGetValue(HandlerAnalyzer.Nearest, out var nearest) && nearest is not null
            && root?.FindNode(context.Span, getInnermostNodeForTie: true) is ExpressionSyntax name)
        {
            var literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(nearest)).WithTriviaFrom(name);
            context.RegisterCodeFix(
                CodeAction.Create($"Ask for \"{nearest}\"", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(name, literal))), nameof(NearestHandlerFix)),
                context.Diagnostics);
        }
    }
}
