using System.Collections.Immutable;
using System.Composition;
using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.CodeFixes;

/// <summary>GRF304: filters cancellation out of a catch of everything; rethrows at the end of a catch of cancellation.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LetCancellationThroughFix)), Shared]
public sealed class LetCancellationThroughFix : CodeFixProvider
{
    private const string Variable = "exception";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GRF304"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var semantics = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (await context.FindAsync<CatchClauseSyntax>().ConfigureAwait(false) is not { } clause || semantics is null)
        {
            return;
        }

        var type = clause.Declaration is null ? null : semantics.GetTypeInfo(clause.Declaration.Type, context.CancellationToken).Type;
        var isGeneral = type is null || type.Is("System", "Exception") || type.Is("System", "SystemException");
        var (title, changed) = isGeneral ? ("Leave cancellation out by a filter", Filter(clause, semantics)) : ("Throw it on", Rethrow(clause));
        context.OfferReplacement(title, isGeneral ? "Filter" : "Throw", clause, changed);
    }

    private static CatchClauseSyntax Filter(CatchClauseSyntax clause, SemanticModel semantics)
    {
        var name = clause.Declaration?.Identifier.ValueText is { Length: > 0 } given ? given : Variable;
        var type = clause.Declaration?.Type.WithoutTrivia().ToFullString() ?? NameOf("System.Exception");
        var text = $"catch ({type} {name}) when ({name} is not {NameOf("System.OperationCanceledException")})";
        var header = ((TryStatementSyntax)SyntaxFactory.ParseStatement($"try {{ }} {text} {{ }}")).Catches[0];
        var end = clause.Declaration is null ? clause.CatchKeyword.TrailingTrivia : clause.Declaration.GetTrailingTrivia();
        return clause
            .WithCatchKeyword(clause.CatchKeyword.WithTrailingTrivia(SyntaxFactory.Space))
            .WithDeclaration(header.Declaration)
            .WithFilter(header.Filter!.WithTrailingTrivia(end));

        string NameOf(string metadata) => semantics.Compilation.GetTypeByMetadataName(metadata)!.ToMinimalDisplayString(semantics, clause.SpanStart);
    }

    private static CatchClauseSyntax Rethrow(CatchClauseSyntax clause)
    {
        var (block, statement) = (clause.Block, SyntaxFactory.ParseStatement("throw;"));
        if (block.Statements.LastOrDefault() is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax)
        {
            var last = block.Statements.Last();
            return clause.WithBlock(block.ReplaceNode(last, statement.WithTriviaFrom(last)));
        }

        if (block.Statements.LastOrDefault() is { } previous)
        {
            return clause.WithBlock(block.AddStatements(statement.WithTriviaFrom(previous)));
        }

        return clause.WithBlock((BlockSyntax)SyntaxFactory.ParseStatement("{ throw; }").WithTriviaFrom(block));
    }
}
