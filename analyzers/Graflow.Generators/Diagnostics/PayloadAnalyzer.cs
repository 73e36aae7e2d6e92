using System.Collections.Immutable;
using Graflow.Generators.Reading;
using Graflow.Generators.Reading.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Generators.Diagnostics;

/// <summary>GRF201, GRF202, GRF204: what tasks take and yield, what the channel holds, what signals bring and what <c>[Payload]</c> names must be able to leave the process.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PayloadAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [PayloadRules.NotSerializable, PayloadRules.Live, PayloadRules.OpenType];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
        context.RegisterSyntaxNodeAction(AnalyzeCall, SyntaxKind.InvocationExpression);
        context.RegisterCompilationAction(AnalyzeAssembly);
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        AnalyzeAttributes(type, new PayloadFindings(context.Compilation, context.ReportDiagnostic));
        var container = TaskContainer.Of(type);
        if (container.Tasks.Count == 0)
        {
            return;
        }

        var findings = new PayloadFindings(context.Compilation, context.ReportDiagnostic);
        var texts = TypeTexts.Of(context.Compilation);
        foreach (var task in container.Tasks)
        {
            AnalyzeTask(task, texts, findings);
        }
    }

    private static void AnalyzeTask(TaskName task, TypeTexts texts, PayloadFindings findings)
    {
        var leaves = PayloadBoundary.IsLeftBy(task.Attribute);
        foreach (var value in TaskValue.Of(task.Method, texts))
        {
            findings.Check(value.Type, value.Text, PayloadLocations.Of(value.Place), leaves);
        }
    }

    private static void AnalyzeAttributes(ISymbol target, PayloadFindings findings)
    {
        foreach (var attribute in target.GetAttributes().Where(static attribute => attribute.AttributeClass.Is("Graflow", "PayloadAttribute")))
        {
            var place = attribute.ApplicationSyntaxReference is { } syntax ? Location.Create(syntax.SyntaxTree, syntax.Span) : Location.None;
            if (PayloadRoots.TypeOf(target, attribute) is { } named && PayloadRoots.IsOpen(named))
            {
                findings.ReportOpen(named.OriginalDefinition, place);
            }

            foreach (var root in PayloadRoots.OfAttributes(target, [attribute]))
            {
                findings.Check(root.Type, $"The payload '{root.Type.ToDisplayString(TypeNames.Short)}'", place, leaves: true);
            }
        }
    }

    private static void AnalyzeAssembly(CompilationAnalysisContext context) =>
        AnalyzeAttributes(context.Compilation.Assembly, new PayloadFindings(context.Compilation, context.ReportDiagnostic));

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (PayloadCalls.MayBe(call) && PayloadCalls.Read(call, context.SemanticModel, context.CancellationToken) is { } value)
        {
            var method = context.ContainingSymbol as IMethodSymbol;
            var leaves = method?.Find("TaskAttribute") is { } task && PayloadBoundary.IsLeftBy(task);
            var name = ((call.Expression as MemberAccessExpressionSyntax)?.Name ?? call.Expression).GetLocation();
            new PayloadFindings(context.Compilation, context.ReportDiagnostic).Check(value.Type, SignalCalls.MayBe(call) ? "The signal's value" : "The channel's value", name, leaves);
        }
    }
}
