using System.Collections.Immutable;
using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Generators.Diagnostics;

/// <summary>Reports what the reader finds wrong with tasks and workflows: GRF001 to GRF004, GRF007, GRF302.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Rules.NotPartial, Rules.Signature, Rules.DuplicateTask, Rules.Workflow, Rules.DuplicateWorkflow, Rules.NameClash, Rules.Option];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var names = new DeclaredNames();
            start.RegisterSymbolAction(symbol => AnalyzeType(symbol, names), SymbolKind.NamedType);
            start.RegisterSyntaxNodeAction(AnalyzeAttribute, SyntaxKind.Attribute);
            start.RegisterCompilationEndAction(names.Report);
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context, DeclaredNames names)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var container = TaskContainer.Of(type);
        if (container.Tasks.Count == 0 && !container.HasWorkflows)
        {
            return;
        }

        var problems = new ProblemList();
        foreach (var task in container.Tasks)
        {
            TaskReader.Read(task.Method, context.Compilation, problems, context.CancellationToken);
            names.AddTask(task);
        }

        if (container.HasWorkflows)
        {
            foreach (var member in type.GetMembers().Where(static member => member is IMethodSymbol or IPropertySymbol && member.Find("WorkflowAttribute") is not null))
            {
                WorkflowReader.Read(member, problems);
                names.AddWorkflow(member, WorkflowReader.NameOf(member, container));
            }
        }

        foreach (var problem in container.Problems.Items.Concat(problems.Items))
        {
            context.ReportDiagnostic(problem);
        }
    }

    /// <summary>Methods that no type lists as its own: local functions, operators, accessors.</summary>
    private static void AnalyzeAttribute(SyntaxNodeAnalysisContext context)
    {
        if (context.Node.Parent?.Parent is not { } node || !IsOddMethod(node) || context.SemanticModel.GetDeclaredSymbol(node, context.CancellationToken) is not IMethodSymbol method)
        {
            return;
        }

        var problems = new ProblemList();
        var attribute = context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol?.ContainingType;
        if (attribute.Is("Graflow", "TaskAttribute"))
        {
            problems.Add(Rules.Signature, method, MethodProblems.NotAMethod(method));
        }
        else if (attribute.Is("Graflow", "WorkflowAttribute"))
        {
            WorkflowReader.Read(method, problems);
        }

        foreach (var problem in problems.Items)
        {
            context.ReportDiagnostic(problem);
        }
    }

    private static bool IsOddMethod(SyntaxNode node) =>
        node is LocalFunctionStatementSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax or AccessorDeclarationSyntax;
}
