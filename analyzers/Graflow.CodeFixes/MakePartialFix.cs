using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Graflow.CodeFixes;

/// <summary>GRF001: adds <c>partial</c> to the type that holds the tasks and to every type around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix)), Shared]
public sealed class MakePartialFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GRF001"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var node = await context.FindAsync<SyntaxNode>().ConfigureAwait(false);
        if (node?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type)
        {
            context.Offer($"Make '{type.Identifier.ValueText}' partial", nameof(MakePartialFix), ct => MakePartialAsync(context.Document, type, ct));
        }
    }

    private static async Task<Document> MakePartialAsync(Document document, TypeDeclarationSyntax type, CancellationToken ct)
    {
        var editor = await DocumentEditor.CreateAsync(document, ct).ConfigureAwait(false);
        foreach (var declaration in type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(IsWhole))
        {
            editor.ReplaceNode(declaration, (current, generator) =>
                generator.WithModifiers(current, generator.GetModifiers(current).WithPartial(true)));
        }

        return editor.GetChangedDocument();
    }

    private static bool IsWhole(TypeDeclarationSyntax type) => !type.Modifiers.Any(SyntaxKind.PartialKeyword);
}
