using System.Collections.Immutable;
using Graflow.Generators.Flows;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Generators.Diagnostics;

/// <summary>GRF109: <c>a &gt;&gt; b | c</c> is <c>(a &gt;&gt; b) | c</c>, and reads like <c>a &gt;&gt; (b | c)</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PrecedenceAnalyzer : DiagnosticAnalyzer
{
    private const int MaxLength = 80;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FlowRules.Precedence];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.BitwiseOrExpression);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var group = (BinaryExpressionSyntax)context.Node;
        if (IsInnerBranch(group))
        {
            return;
        }

        var branches = Branches(group);
        var chains = branches.Where(IsChain).ToArray();
        if (chains.Length > 0 && FlowSymbols.IsFlow(context.SemanticModel.GetTypeInfo(group, context.CancellationToken).Type))
        {
            var text = string.Join(" | ", branches.Select(static branch => IsChain(branch) ? $"({branch})" : $"{branch}"));
            var shown = text.Length > MaxLength ? text.Substring(0, MaxLength) + "…" : text;
            context.ReportDiagnostic(Diagnostic.Create(FlowRules.Precedence, chains[0].GetLocation(), chains.Skip(1).Select(static chain => chain.GetLocation()), shown));
        }
    }

    private static bool IsInnerBranch(ExpressionSyntax group) => group.Parent is BinaryExpressionSyntax outer && outer.IsKind(SyntaxKind.BitwiseOrExpression);

    private static bool IsChain(ExpressionSyntax branch) => branch.IsKind(SyntaxKind.RightShiftExpression);

    private static List<ExpressionSyntax> Branches(BinaryExpressionSyntax group)
    {
        var branches = new List<ExpressionSyntax>();
        ExpressionSyntax rest = group;
        for (; rest is BinaryExpressionSyntax inner && inner.IsKind(SyntaxKind.BitwiseOrExpression); rest = inner.Left)
        {
            branches.Add(inner.Right);
        }

        branches.Add(rest);
        branches.Reverse();
        return branches;
    }
}
