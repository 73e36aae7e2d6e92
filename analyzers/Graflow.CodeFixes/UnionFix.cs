using System.Collections.Immutable;
using System.Composition;
using Graflow.Generators.Reading.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.CodeFixes;

/// <summary>GRF204: lists the types that implement an interface, or derive from an abstract class, in the project that declares it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnionFix)), Shared]
public sealed class UnionFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GRF204"];

    // Each fix numbers a whole union; two at once could be the same one.
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var compilation = await context.Document.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false);
        if (compilation is null
            || !context.Diagnostics[0].Properties.TryGetValue(PayloadFindings.OpenType, out var id) || id is null
            || DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is not INamedTypeSymbol { Arity: 0 } type
            || type.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is not TypeDeclarationSyntax declaration
            || context.Document.Project.Solution.GetDocument(declaration.SyntaxTree) is not { } document)
        {
            return;
        }

        var cases = CasesOf(type, compilation.Assembly.GlobalNamespace).ToArray();
        if (cases.Length > 0)
        {
            context.Offer($"List what '{type.Name}' may be: {string.Join(", ", cases.Select(static member => member.Name))}", nameof(UnionFix), ct => AddAsync(document, declaration, cases, ct));
        }
    }

    /// <summary>By name, so that the numbers do not hang on the order of files.</summary>
    private static IEnumerable<INamedTypeSymbol> CasesOf(INamedTypeSymbol type, INamespaceOrTypeSymbol container) =>
        All(container).Where(member => member is { IsAbstract: false, IsStatic: false, Arity: 0, TypeKind: TypeKind.Class or TypeKind.Struct } && IsA(member, type)).OrderBy(static member => member.ToDisplayString(), StringComparer.Ordinal);

    private static IEnumerable<INamedTypeSymbol> All(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(static member => member is INamedTypeSymbol type ? All(member).Prepend(type) : All(member));

    private static bool IsA(INamedTypeSymbol member, INamedTypeSymbol type)
    {
        for (var parent = member.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(parent, type))
            {
                return true;
            }
        }

        return member.AllInterfaces.Contains(type, SymbolEqualityComparer.Default);
    }

    private static async Task<Document> AddAsync(Document document, TypeDeclarationSyntax declaration, INamedTypeSymbol[] cases, CancellationToken ct)
    {
        var root = await document.GetSyntaxRootAsync(ct).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(ct).ConfigureAwait(false);
        var line = declaration.SyntaxTree.ToString().Contains("\r\n") ? "\r\n" : "\n";
        var trivia = declaration.GetLeadingTrivia();
        var indentation = trivia.LastOrDefault(static part => part.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
        var lists = cases.Select((member, tag) => SyntaxFactory.AttributeList(
                SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(
                    SyntaxFactory.ParseName("Union"),
                    SyntaxFactory.ParseAttributeArgumentList($"({tag}, typeof({member.ToMinimalDisplayString(semantics!, declaration.SpanStart)}))"))))
            .WithLeadingTrivia(tag == 0 ? trivia : SyntaxFactory.TriviaList(SyntaxFactory.Whitespace(indentation)))
            .WithTrailingTrivia(SyntaxFactory.EndOfLine(line)));
        var bare = declaration.WithLeadingTrivia(SyntaxFactory.Whitespace(indentation));
        return document.WithSyntaxRoot(root!.ReplaceNode(declaration, bare.WithAttributeLists(bare.AttributeLists.InsertRange(0, lists))));
    }
}
