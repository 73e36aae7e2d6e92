using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Graflow.CodeFixes;

/// <summary>What fixes of one file begin and end with: the node at the diagnostic, and one action for it.</summary>
internal static class FixOffers
{
    /// <returns>Null where something else stands there.</returns>
    public static async Task<T?> FindAsync<T>(this CodeFixContext context)
        where T : SyntaxNode
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        return root?.FindNode(context.Span, getInnermostNodeForTie: true) as T;
    }

    public static void Offer(this CodeFixContext context, string title, string key, Func<CancellationToken, Task<Document>> change) =>
        context.RegisterCodeFix(CodeAction.Create(title, change, key), context.Diagnostics);

    public static void OfferReplacement(this CodeFixContext context, string title, string key, SyntaxNode before, SyntaxNode after) =>
        context.Offer(title, key, async ct => context.Document.WithSyntaxRoot((await before.SyntaxTree.GetRootAsync(ct).ConfigureAwait(false)).ReplaceNode(before, after)));
}
