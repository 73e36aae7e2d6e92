using System.Collections.Immutable;
using Graflow.Generators.Flows;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Generators.Diagnostics;

/// <summary>Reports flows that the run-time check would refuse, where they can be read from the source: GRF101 to GRF103, GRF108, GRF110; and GRF201, GRF202, GRF204 and GRF206 of tasks that a flow sends to other processes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlowAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [FlowRules.Cycle, FlowRules.TwoInputs, FlowRules.Order, FlowRules.Policy, FlowRules.TwoSettings, Rules.TwoTasks, PayloadRules.NotSerializable, PayloadRules.Live, PayloadRules.OpenType, BodyRules.StaysBehind];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Graflow.IExecutable") is not null)
            {
                var project = new FlowProject(start.Compilation, start.CancellationToken);
                start.RegisterOperationBlockAction(block => Analyze(block, project));
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, FlowProject project)
    {
        if (!context.OperationBlocks.Any(static block => FlowSyntax.MayMakeFlows(block.Syntax)) && !FlowSymbols.IsFlow(TypeOf(context.OwningSymbol)))
        {
            return;
        }

        foreach (var problem in project.Judge(context.OwningSymbol, context.OperationBlocks))
        {
            context.ReportDiagnostic(problem);
        }
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.ReturnType,
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };
}
