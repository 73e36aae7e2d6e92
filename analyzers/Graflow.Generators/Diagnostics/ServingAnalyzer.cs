using System.Collections.Immutable;
using Graflow.Generators.Handlers;
using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Generators.Diagnostics;

/// <summary>GRF305: a program that sends tasks to child processes or containers, and whose <c>Main</c> does not serve them there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ProgramRules.DoesNotServe];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!ProgramReader.IsProgram(start.Compilation))
            {
                return;
            }

            var program = new ServingProgram(start.Compilation, start.CancellationToken);
            start.RegisterSyntaxNodeAction(node => AnalyzeHandler(node, program), HandlerUse.Kinds);
            start.RegisterSyntaxNodeAction(node => AnalyzeCall(node, program), SyntaxKind.InvocationExpression);
        });
    }

    private static void AnalyzeHandler(SyntaxNodeAnalysisContext context, ServingProgram program)
    {
        if (HandlerUse.Read(context.Node, context.SemanticModel, context.CancellationToken) is { } use && program.PlaceOf(use.Name) is { } place && !program.IsFine)
        {
            Report(context, use.Expression, $"{use.Task} runs in {place}");
        }
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context, ServingProgram program)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        if (name?.Identifier.ValueText == "Processes"
            && context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol?.ContainingType.Is("Graflow", "Execution") == true
            && !program.IsFine)
        {
            Report(context, call, "Execution.Processes runs bodies in child processes");
        }
    }

    private static void Report(SyntaxNodeAnalysisContext context, SyntaxNode node, string use) =>
        context.ReportDiagnostic(Diagnostic.Create(ProgramRules.DoesNotServe, node.GetLocation(), $"{use}, and {ProgramRules.ServeAdvice}"));
}
