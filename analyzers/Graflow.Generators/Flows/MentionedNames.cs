using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Flows;

/// <summary>The names that a file mentions, read once for each version of the file.</summary>
internal static class MentionedNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> Known = new();

    public static HashSet<string> Of(SyntaxTree tree, CancellationToken ct) => Known.TryGetValue(tree, out var names) ? names : Known.GetValue(tree, key => Read(key, ct));

    private static HashSet<string> Read(SyntaxTree tree, CancellationToken ct) =>
        new(tree.GetRoot(ct).DescendantNodes().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText), StringComparer.Ordinal);
}
