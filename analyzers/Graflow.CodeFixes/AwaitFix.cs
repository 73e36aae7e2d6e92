using System.Collections.Immutable;
using System.Composition;
using Graflow.Generators.Bodies;
using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Graflow.CodeFixes;

/// <summary>GRF303: awaits, and makes the task's method async where nobody calls it but its node.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitFix)), Shared]
public sealed class AwaitFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GRF303"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var (document, ct) = (context.Document, context.CancellationToken);
        var root = await document.GetSyntaxRootAsync(ct).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(ct).ConfigureAwait(false);
        if (semantics is null
            || root is null
            || await context.FindAsync<ExpressionSyntax>().ConfigureAwait(false) is not { } syntax
            || AccessIn(syntax) is not { } access
            || BlockingCall.Read(access, semantics, ct) is not { } call
            || syntax.Ancestors().Any(static outer => outer is LockStatementSyntax or UnsafeStatementSyntax))
        {
            return;
        }

        var function = syntax.Ancestors().First(static outer => outer is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);
        if (IsAsync(function))
        {
            Register("Await it", root.ReplaceNode(call.Syntax, Await(call)));
        }
        else if (function is MethodDeclarationSyntax method && await ReturnTypeAsync(document, method, semantics, ct).ConfigureAwait(false) is { } type)
        {
            var tracked = root.TrackNodes(call.Syntax, method);
            var awaiting = tracked.ReplaceNode(tracked.GetCurrentNode(call.Syntax)!, Await(call));
            Register("Await it, and make the method async", awaiting.ReplaceNode(awaiting.GetCurrentNode(method)!, MakeAsync(awaiting.GetCurrentNode(method)!, type)));
        }

        void Register(string title, SyntaxNode changed) => context.OfferReplacement(title, nameof(AwaitFix), root, changed);
    }

    private static MemberAccessExpressionSyntax? AccessIn(ExpressionSyntax syntax) =>
        syntax as MemberAccessExpressionSyntax ?? (syntax as InvocationExpressionSyntax)?.Expression as MemberAccessExpressionSyntax;

    private static bool IsAsync(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.RawKind != 0,
        _ => false,
    };

    private static ExpressionSyntax Await(BlockingCall call)
    {
        var text = $"await {call.Awaited.WithoutTrivia().ToFullString()}";
        var isOperand = call.Syntax.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax or InvocationExpressionSyntax or PostfixUnaryExpressionSyntax;
        return SyntaxFactory.ParseExpression(isOperand ? $"({text})" : text).WithTriviaFrom(call.Syntax);
    }

    /// <returns>Null where the method cannot be async, or others call it, who would get a task instead of the value.</returns>
    private static async Task<string?> ReturnTypeAsync(Document document, MethodDeclarationSyntax method, SemanticModel semantics, CancellationToken ct)
    {
        if (semantics.GetDeclaredSymbol(method, ct) is not { IsOverride: false, IsVirtual: false, RefKind: RefKind.None, PartialDefinitionPart: null } symbol
            || method.Modifiers.Any(SyntaxKind.UnsafeKeyword)
            || symbol.ReturnType.Is("System.Threading.Tasks", symbol.ReturnType.Name, (symbol.ReturnType as INamedTypeSymbol)?.Arity ?? 0)
            || symbol.Parameters.Any(static parameter => parameter.Type.IsRefLikeType))
        {
            return null;
        }

        var references = await SymbolFinder.FindReferencesAsync(symbol, document.Project.Solution, ct).ConfigureAwait(false);
        if (references.SelectMany(static reference => reference.Locations).Any(static use => !GeneratedTree.Contains(use.Location.SourceTree)))
        {
            return null;
        }

        var task = semantics.Compilation.GetTypeByMetadataName(typeof(Task).FullName)!.ToMinimalDisplayString(semantics, method.SpanStart);
        return symbol.ReturnsVoid ? task : $"{task}<{method.ReturnType.WithoutTrivia().ToFullString()}>";
    }

    private static MethodDeclarationSyntax MakeAsync(MethodDeclarationSyntax method, string type) => method
        .WithReturnType(SyntaxFactory.ParseTypeName(type).WithTriviaFrom(method.ReturnType))
        .WithModifiers(method.Modifiers.Add(SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space)));
}
