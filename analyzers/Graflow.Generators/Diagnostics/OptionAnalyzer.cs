using System.Collections.Immutable;
using Graflow.Generators.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Generators.Diagnostics;

/// <summary>GRF302 in code: options of <c>With</c>, the numbers of <c>ForEach</c>, <c>Within</c> and <c>Execution.Threads</c>, and names. Those of attributes are the reader's.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.OptionInCode];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(AnalyzeAssignment, SyntaxKind.SimpleAssignmentExpression);
        context.RegisterSyntaxNodeAction(AnalyzeCall, SyntaxKind.InvocationExpression);
    }

    private static void AnalyzeAssignment(SyntaxNodeAnalysisContext context)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        var name = ((assignment.Left as MemberAccessExpressionSyntax)?.Name ?? assignment.Left as SimpleNameSyntax)?.Identifier.ValueText;
        if (name is not null && OptionValues.MayBe(name))
        {
            var problem = OptionValues.ProblemOf(assignment, context.SemanticModel, context.CancellationToken);
            var owner = problem is null ? null : OptionOwner.Of(assignment, context.SemanticModel, context.CancellationToken);
            Report(context, assignment.Right, owner is null ? problem : $"{owner}: {problem}");
        }
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        var problem = OptionValues.ProblemOf(call, context.SemanticModel, context.CancellationToken) ?? NameValues.ProblemOf(call, context.SemanticModel, context.CancellationToken);
        Report(context, call.ArgumentList.Arguments.FirstOrDefault()?.Expression ?? call, problem);
    }

    private static void Report(SyntaxNodeAnalysisContext context, ExpressionSyntax place, string? problem)
    {
        if (problem is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.OptionInCode, place.GetLocation(), problem));
        }
    }
}
