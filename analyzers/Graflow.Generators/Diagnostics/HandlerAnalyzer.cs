using System.Collections.Immutable;
using Graflow.Generators.Handlers;
using Graflow.Generators.Options;
using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Generators.Diagnostics;

/// <summary>GRF301: a task asks for a handler that nobody declares or registers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerAnalyzer : DiagnosticAnalyzer
{
    private const string Option = "Handler";

    /// <summary>The property of the nearest known name, for the fix; absent where none is near.</summary>
    internal const string Nearest = "Nearest";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [HandlerRules.Unknown];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var names = new HandlerNames(start.Compilation, start.CancellationToken);
            start.RegisterSyntaxNodeAction(node => AnalyzeAttribute(node, names), SyntaxKind.AttributeArgument);
            start.RegisterSyntaxNodeAction(node => AnalyzeAssignment(node, names), SyntaxKind.SimpleAssignmentExpression);
        });
    }

    private static void AnalyzeAttribute(SyntaxNodeAnalysisContext context, HandlerNames names)
    {
        if (context.Node is AttributeArgumentSyntax { NameEquals.Name.Identifier.ValueText: Option, Parent.Parent: AttributeSyntax { Parent.Parent: MethodDeclarationSyntax method } attribute } argument
            && context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType.Is("Graflow", "TaskAttribute") == true
            && context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is { ContainingType: { } type } symbol)
        {
            Check(context, argument.Expression, TaskContainer.Of(type).NameOf(symbol)?.Id ?? symbol.Name, names);
        }
    }

    private static void AnalyzeAssignment(SyntaxNodeAnalysisContext context, HandlerNames names)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        var isOption = assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Option } or IdentifierNameSyntax { Identifier.ValueText: Option };
        if (isOption && context.SemanticModel.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol?.ContainingType.Is("Graflow", "TaskOptions") == true)
        {
            Check(context, assignment.Right, OptionOwner.Of(assignment, context.SemanticModel, context.CancellationToken) ?? "This node", names);
        }
    }

    private static void Check(SyntaxNodeAnalysisContext context, ExpressionSyntax expression, string task, HandlerNames names)
    {
        if (context.SemanticModel.GetConstantValue(expression, context.CancellationToken) is not { HasValue: true, Value: string { Length: > 0 } name } || names.Contains(name))
        {
            return;
        }

        var nearest = EditDistance.Nearest(name, names.Known);
        var properties = nearest is null ? null : ImmutableDictionary<string, string?>.Empty.Add(Nearest, nearest);
        var words = HandlerWords.Unknown(task, name, names.Known);
        var (severity, message) = names.AreComplete ? (DiagnosticSeverity.Error, words) : (DiagnosticSeverity.Warning, $"{words}; or, where others register it, declare its name here: [TaskHandler(\"{name}\")]");
        context.ReportDiagnostic(Diagnostic.Create(HandlerRules.Unknown, expression.GetLocation(), severity, null, properties, message));
    }
}
