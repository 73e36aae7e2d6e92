using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.CodeFixes;

/// <summary>GRF005: adds a token behind the other parameters, optional, so that calls of the method stay as they are.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TakeTokenFix)), Shared]
public sealed class TakeTokenFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GRF005"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindToken(context.Span.Start).Parent is MethodDeclarationSyntax { ParameterList: var list } method
            && !list.Parameters.Any(static parameter => parameter.Modifiers.Any(SyntaxKind.ParamsKeyword))
            && !method.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            context.RegisterCodeFix(
                CodeAction.Create("Take a 'CancellationToken'", ct => AddAsync(context.Document, root, list, ct), nameof(TakeTokenFix)),
                context.Diagnostics);
        }
    }

    private static async Task<Document> AddAsync(Document document, SyntaxNode root, ParameterListSyntax list, CancellationToken ct)
    {
        var semantics = await document.GetSemanticModelAsync(ct).ConfigureAwait(false);
        var type = semantics!.Compilation.GetTypeByMetadataName(typeof(CancellationToken).FullName)!.ToMinimalDisplayString(semantics, list.SpanStart);
        var parameter = SyntaxFactory.ParseParameterList($"({type} {NameIn(list)} = default)").Parameters[0];
        var text = list.Parameters.Count == 0 ? parameter : parameter.WithLeadingTrivia(SyntaxFactory.Space);
        return document.WithSyntaxRoot(root.ReplaceNode(list, list.AddParameters(text)));
    }

    private static string NameIn(ParameterListSyntax list) =>
        list.Parameters.Any(static parameter => parameter.Identifier.ValueText == "ct") ? "cancellationToken" : "ct";
}
