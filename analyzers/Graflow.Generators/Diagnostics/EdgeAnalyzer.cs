using System.Collections.Immutable;
using Graflow.Generators.Edges;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Generators.Diagnostics;

/// <summary>GRF105: adds to the compiler's error which task yields what, which takes what, and what to do. It stands at the operator, so that a chain shows which edge it is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EdgeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [EdgeRules.Mismatch];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(AnalyzeOperator, SyntaxKind.RightShiftExpression, SyntaxKind.RightShiftAssignmentExpression, SyntaxKind.BitwiseOrExpression);
    }

    private static void AnalyzeOperator(SyntaxNodeAnalysisContext context)
    {
        var syntax = (ExpressionSyntax)context.Node;
        if (EdgeReader.Read(syntax, context.SemanticModel, context.CancellationToken) is not { } edge)
        {
            return;
        }

        var others = new[] { edge.Left.Task, edge.Right.Task }.OfType<IMethodSymbol>().SelectMany(static task => task.Locations).Where(static location => location.IsInSource);
        var sentence = EdgeSentence.Of(edge, context.SemanticModel.Compilation);
        var place = syntax is AssignmentExpressionSyntax assignment ? assignment.OperatorToken : ((BinaryExpressionSyntax)syntax).OperatorToken;
        context.ReportDiagnostic(Diagnostic.Create(EdgeRules.Mismatch, place.GetLocation(), others, Edge.Properties, sentence));
    }
}
