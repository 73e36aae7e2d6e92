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
    private const string Option = "Handler";

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
            start.RegisterSyntaxNodeAction(node => AnalyzeAttribute(node, program), SyntaxKind.AttributeArgument);
            start.RegisterSyntaxNodeAction(node => AnalyzeAssignment(node, program), SyntaxKind.SimpleAssignmentExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeCall(node, program), SyntaxKind.InvocationExpression);
        });
    }

    private static void AnalyzeAttribute(SyntaxNodeAnalysisContext context, ServingProgram program)
    {
        if (context.Node is AttributeArgumentSyntax { NameEquals.Name.Identifier.ValueText: Option, Parent.Parent: AttributeSyntax { Parent.Parent: MethodDeclarationSyntax method } attribute } argument
            && context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType.Is("Graflow", "TaskAttribute") == true
            && context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is { ContainingType: { } type } symbol)
        {
            CheckHandler(context, argument.Expression, TaskContainer.Of(type).NameOf(symbol)?.Id ?? symbol.Name, program);
        }
    }

    private static void AnalyzeAssignment(SyntaxNodeAnalysisContext context, ServingProgram program)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        var isOption = assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Option } or IdentifierNameSyntax { Identifier.ValueText: Option };
        if (isOption && context.SemanticModel.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol?.ContainingType.Is("Graflow", "TaskOptions") == true)
        {
            CheckHandler(context, assignment.Right, "This node", program);
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

    private static void CheckHandler(SyntaxNodeAnalysisContext context, ExpressionSyntax expression, string task, ServingProgram program)
    {
        if (context.SemanticModel.GetConstantValue(expression, context.CancellationToken) is { HasValue: true, Value: string { Length: > 0 } name }
            && program.PlaceOf(name) is { } place
            && !program.IsFine)
        {
            Report(context, expression, $"{task} runs in {place}");
        }
    }

    private static void Report(SyntaxNodeAnalysisContext context, SyntaxNode node, string use) =>
        context.ReportDiagnostic(Diagnostic.Create(ProgramRules.DoesNotServe, node.GetLocation(), $"{use}, and {ProgramRules.ServeAdvice}"));
}
