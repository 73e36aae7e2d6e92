using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.CodeFixes;

/// <summary>GRF002: lets an <c>async void</c> method return a <c>Task</c>, so that somebody can wait for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AsyncTaskFix)), Shared]
public sealed class AsyncTaskFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GRF002"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.FindAsync<MethodDeclarationSyntax>().ConfigureAwait(false) is { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } type } method
            && method.Modifiers.Any(SyntaxKind.AsyncKeyword))
        {
            context.Offer("Return 'Task'", nameof(AsyncTaskFix), ct => ReturnTaskAsync(context.Document, type, ct));
        }
    }

    private static async Task<Document> ReturnTaskAsync(Document document, TypeSyntax type, CancellationToken ct)
    {
        var root = await type.SyntaxTree.GetRootAsync(ct).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(ct).ConfigureAwait(false);
        var task = semantics!.Compilation.GetTypeByMetadataName(typeof(Task).FullName)!.ToMinimalDisplayString(semantics, type.SpanStart);
        return document.WithSyntaxRoot(root.ReplaceNode(type, SyntaxFactory.ParseTypeName(task).WithTriviaFrom(type)));
    }
}
