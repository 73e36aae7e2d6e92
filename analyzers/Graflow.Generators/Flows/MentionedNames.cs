using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Flows;

/// <summary>The names that a file mentions, read once for each version of the file.</summary>
internal sealed class MentionedNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, MentionedNames> Known = new();

    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private readonly HashSet<string> _byThemselves = new(StringComparer.Ordinal);

    private MentionedNames(SyntaxTree tree, CancellationToken ct)
    {
        foreach (var name in tree.GetRoot(ct).DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (HolderInOwnBody(name) is { } holder)
            {
                _byThemselves.Add($"{holder}.{name.Identifier.ValueText}");
            }
            else
            {
                _all.Add(name.Identifier.ValueText);
            }
        }
    }

    public IReadOnlyCollection<string> All => _all;

    /// <summary>What stands in bodies of tasks with the same name, with what holds it: <c>Tasks.Loop</c> in the method <c>Loop</c>.</summary>
    public IReadOnlyCollection<string> ByThemselves => _byThemselves;

    public static MentionedNames Of(SyntaxTree tree, CancellationToken ct) => Known.TryGetValue(tree, out var names) ? names : Known.GetValue(tree, key => new MentionedNames(key, ct));

    /// <summary>What stands before a name in the body of a task of that name; null elsewhere.</summary>
    private static string? HolderInOwnBody(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax holder } access
        && access.Name == name
        && name.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
        && method.Identifier.ValueText == name.Identifier.ValueText
        && method.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => attribute.Name.ToString() is "Task" or "TaskAttribute" or "Graflow.Task" or "Graflow.TaskAttribute")
            ? holder.Identifier.ValueText
            : null;
}
