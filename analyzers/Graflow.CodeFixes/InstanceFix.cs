using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.CodeFixes;

/// <summary>GRF102, GRF110: makes the second mention another instance by <c>.As("again")</c>. Not for all at once: two second mentions of one task need two names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InstanceFix)), Shared]
public sealed class InstanceFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GRF102", "GRF110"];

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.FindAsync<ExpressionSyntax>().ConfigureAwait(false) is { } mention)
        {
            var name = FreeName(await mention.SyntaxTree.GetRootAsync(context.CancellationToken).ConfigureAwait(false));
            context.OfferReplacement($"Run it twice, as \"{name}\"", nameof(InstanceFix), mention, Instance(mention, name));
        }
    }

    private static InvocationExpressionSyntax Instance(ExpressionSyntax mention, string name)
    {
        var bare = mention.WithoutTrivia();
        var source = mention is NameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax ? bare : SyntaxFactory.ParenthesizedExpression(bare);
        return SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, source, SyntaxFactory.IdentifierName("As")),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name))))))
            .WithTriviaFrom(mention);
    }

    private static string FreeName(SyntaxNode root)
    {
        var taken = new HashSet<string>(root.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(static literal => literal.IsKind(SyntaxKind.StringLiteralExpression)).Select(static literal => literal.Token.ValueText), StringComparer.Ordinal);
        var name = "again";
        for (var i = 2; taken.Contains(name); i++)
        {
            name = $"again{i.ToString(CultureInfo.InvariantCulture)}";
        }

        return name;
    }
}
