using System.Collections.Immutable;
using System.Composition;
using Graflow.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Graflow.CodeFixes;

/// <summary>GRF305: begins <c>Main</c>, or the top-level statements, with the call that serves.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ServeFix)), Shared]
public sealed class ServeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GRF305"];

    /// <summary>None: one fix cures the whole program.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var (project, ct) = (context.Document.Project, context.CancellationToken);
        var compilation = await project.GetCompilationAsync(ct).ConfigureAwait(false);
        if (compilation?.GetEntryPoint(ct)?.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference
            || project.GetDocument(reference.SyntaxTree) is not { } document)
        {
            return;
        }

        var root = await reference.SyntaxTree.GetRootAsync(ct).ConfigureAwait(false);
        var isInScope = !compilation.GetSemanticModel(reference.SyntaxTree).LookupNamespacesAndTypes(root.FullSpan.End, name: WellKnown.Host).IsEmpty;
        var serving = new ServingMain(isInScope ? WellKnown.Host : $"{WellKnown.LibraryAssembly}.{WellKnown.Host}");
        var changed = await reference.GetSyntaxAsync(ct).ConfigureAwait(false) switch
        {
            CompilationUnitSyntax unit => serving.Of(unit),
            MethodDeclarationSyntax main when serving.Of(main) is { } begun => root.ReplaceNode(main, begun),
            _ => null,
        };
        if (changed is not null)
        {
            context.Offer("Begin with serving", nameof(ServeFix), token => FormatAsync(document, changed, token));
        }
    }

    private static async Task<Document> FormatAsync(Document document, SyntaxNode root, CancellationToken ct) =>
        await Formatter.FormatAsync(document.WithSyntaxRoot(root), Formatter.Annotation, cancellationToken: ct).ConfigureAwait(false);
}
