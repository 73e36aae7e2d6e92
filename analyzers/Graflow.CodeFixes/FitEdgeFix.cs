using System.Collections.Immutable;
using System.Composition;
using Graflow.Generators.Edges;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.CodeFixes;

/// <summary>GRF105: does what the sentence advises, or puts a task between the sides whose body is left to a person.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FitEdgeFix)), Shared]
public sealed class FitEdgeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GRF105"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var sentence = context.Diagnostics.FirstOrDefault(static diagnostic => diagnostic.Properties.ContainsKey(Edge.Marker));
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var semantics = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (sentence is null
            || root?.FindToken(sentence.Location.SourceSpan.Start).Parent is not BinaryExpressionSyntax syntax
            || semantics is null
            || EdgeReader.Read(syntax, semantics, context.CancellationToken) is not { IsSequence: true } edge)
        {
            return;
        }

        var types = new EdgeTypes(edge, semantics.Compilation);
        var advice = EdgeAdvice.Of(edge, types);
        if (Replacement(edge, advice, types) is var (title, before, after))
        {
            Register(advice.Repair, title, root.ReplaceNode(before, after));
        }
        else if (AdapterTask.Between(edge, semantics) is { } adapter)
        {
            Register(EdgeRepair.Adapter, $"Add a task '{adapter.Name}' between them", adapter.AddTo(root));
        }

        void Register(EdgeRepair repair, string title, SyntaxNode changed) => context.RegisterCodeFix(
            CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), repair.ToString()),
            sentence);
    }

    private static (string Title, ExpressionSyntax Before, ExpressionSyntax After)? Replacement(Edge edge, EdgeAdvice advice, EdgeTypes types) => advice.Repair switch
    {
        EdgeRepair.ForEach => ($"Run '{edge.Right.Name}' for each element", edge.Right.Syntax, Call(edge.Right.Syntax, "ForEach()")),
        EdgeRepair.Convert => ($"Convert to '{types.Takes}' between them", edge.Left.Syntax, Call(edge.Left.Syntax, $"Select(value => ({types.Takes})value)")),
        EdgeRepair.ToArray => ("Copy the list into an array between them", edge.Left.Syntax, Call(edge.Left.Syntax, "Select(items => items.ToArray())")),
        EdgeRepair.Reorder when edge.Branches is { Count: > 0 } branches => ("Give the branches in the order of the parameters", Edge.Bare(edge.Left.Syntax), Group(advice.Order.Select(index => branches[index]))),
        _ => null,
    };

    private static ExpressionSyntax Call(ExpressionSyntax step, string call)
    {
        var isPrimary = step is NameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax or ElementAccessExpressionSyntax;
        var target = step.WithoutTrivia().ToFullString();
        return SyntaxFactory.ParseExpression($"{(isPrimary ? target : $"({target})")}.{call}").WithTriviaFrom(step);
    }

    private static ExpressionSyntax Group(IEnumerable<ExpressionSyntax> branches) =>
        SyntaxFactory.ParseExpression(string.Join(" | ", branches.Select(static branch => branch.WithoutTrivia().ToFullString())));
}
