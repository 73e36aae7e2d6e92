using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
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
        if (await context.FindAsync<MethodDeclarationSyntax>().ConfigureAwait(false) is { ParameterList: var list } method
            && !list.Parameters.Any(static parameter => parameter.Modifiers.Any(SyntaxKind.ParamsKeyword))
            && !method.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            context.Offer("Take a 'CancellationToken'", nameof(TakeTokenFix), ct => AddAsync(context.Document, list, ct));
        }
    }

    private static async Task<Document> AddAsync(Document document, ParameterListSyntax list, CancellationToken ct)
    {
        var root = await list.SyntaxTree.GetRootAsync(ct).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(ct).ConfigureAwait(false);
        var type = semantics!.Compilation.GetTypeByMetadataName(typeof(CancellationToken).FullName)!.ToMinimalDisplayString(semantics, list.SpanStart);
        var parameter = SyntaxFactory.ParseParameterList($"({type} {NameIn(list)} = default)").Parameters[0];
        var text = list.Parameters.Count == 0 ? parameter : parameter.WithLeadingTrivia(SyntaxFactory.Space);
        return document.WithSyntaxRoot(root.ReplaceNode(list, list.AddParameters(text)));
    }

    private static string NameIn(ParameterListSyntax list) =>
        list.Parameters.Any(static parameter => parameter.Identifier.ValueText == "ct") ? "cancellationToken" : "ct";
}
