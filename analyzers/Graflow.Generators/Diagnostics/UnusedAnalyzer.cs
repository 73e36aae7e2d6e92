using System.Collections.Concurrent;
using System.Collections.Immutable;
using Graflow.Generators.Flows;
using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Graflow.Generators.Diagnostics;

/// <summary>GRF104: flows that are built and thrown away, and tasks that nothing mentions; GRF107: loops that nothing leads into.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FlowRules.Unused, FlowRules.UnusedTask, BodyRules.Unreached];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationBlockAction(AnalyzeCode);
        context.RegisterCompilationStartAction(static start =>
        {
            var tasks = new ConcurrentBag<TaskName>();
            start.RegisterSymbolAction(symbol => FindTasks((INamedTypeSymbol)symbol.Symbol, symbol.Compilation, tasks), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => ReportTasks(end, tasks));
        });
    }

    private static void AnalyzeCode(OperationBlockAnalysisContext context)
    {
        foreach (var block in context.OperationBlocks.Where(static block => FlowSyntax.MayMakeFlows(block.Syntax)))
        {
            var read = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            var declared = new List<IVariableDeclaratorOperation>();
            foreach (var operation in block.DescendantsAndSelf())
            {
                switch (operation)
                {
                    case ILocalReferenceOperation local:
                        read.Add(local.Local);
                        break;
                    case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator when FlowSymbols.IsFlow(declarator.Symbol.Type) && Builder(value) is not null:
                        declared.Add(declarator);
                        break;
                    case IExpressionStatementOperation { Operation: IInvocationOperation call } when Builder(call) is { } name && FlowSymbols.IsFlow(call.Type):
                        context.ReportDiagnostic(Diagnostic.Create(FlowRules.Unused, call.Syntax.GetLocation(), $"What '{name}' returns is thrown away, and the flow that it is called on does not change: use the new one, or remove the call"));
                        break;
                }
            }

            foreach (var declarator in declared.Where(declarator => !read.Contains(declarator.Symbol)))
            {
                context.ReportDiagnostic(Diagnostic.Create(FlowRules.Unused, declarator.Symbol.Locations[0], $"The flow '{declarator.Symbol.Name}' is built and never used: run it, make it part of another one, or remove it"));
            }
        }
    }

    /// <summary>The operator or the method of the library that makes a flow; null for anything else.</summary>
    private static string? Builder(IOperation operation) => operation switch
    {
        IConversionOperation conversion => Builder(conversion.Operand),
        IBinaryOperation { OperatorMethod: { } method } => Builder(method),
        IInvocationOperation { TargetMethod: var method } => Builder(method),
        _ => null,
    };

    // What the compiler refuses has its error already.
    private static string? Builder(IMethodSymbol method) => FlowSymbols.HomeOf(method) is not null && !FlowSymbols.IsRefused(method) ? method.Name : null;

    private static void FindTasks(INamedTypeSymbol type, Compilation compilation, ConcurrentBag<TaskName> tasks)
    {
        var isProgram = compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;
        foreach (var task in TaskContainer.Of(type).Tasks)
        {
            if (isProgram || !IsVisible(task.Method))
            {
                tasks.Add(task);
            }
        }
    }

    /// <summary>Whether other assemblies may use it.</summary>
    private static bool IsVisible(IMethodSymbol method)
    {
        for (ISymbol? symbol = method; symbol is IMethodSymbol or INamedTypeSymbol; symbol = symbol.ContainingType)
        {
            if (symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    private static void ReportTasks(CompilationAnalysisContext context, ConcurrentBag<TaskName> tasks)
    {
        if (tasks.IsEmpty)
        {
            return;
        }

        var hasFriends = context.Compilation.Assembly.GetAttributes().Any(static attribute => attribute.AttributeClass.Is("System.Runtime.CompilerServices", "InternalsVisibleToAttribute"));
        var (mentioned, byThemselves) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var tree in context.Compilation.SyntaxTrees.Where(static tree => !GeneratedTree.Contains(tree)))
        {
            var names = MentionedNames.Of(tree, context.CancellationToken);
            mentioned.UnionWith(names.All);
            byThemselves.UnionWith(names.ByThemselves);
        }

        foreach (var task in tasks.Where(task => !mentioned.Contains(task.Node)))
        {
            var isByItself = byThemselves.Contains($"{TaskContainer.Of(task.Method.ContainingType).TasksName}.{task.Node}");
            if (isByItself && !IsVisible(task.Method) && !hasFriends)
            {
                context.ReportDiagnostic(Diagnostic.Create(BodyRules.Unreached, ProblemList.SourceOf(task.Method), task.Id));
                continue;
            }

            if (isByItself)
            {
                continue;
            }

            // Somebody may still be about to write the flow: a hint, not a warning.
            context.ReportDiagnostic(Diagnostic.Create(FlowRules.UnusedTask, ProblemList.SourceOf(task.Method), DiagnosticSeverity.Info, additionalLocations: null, properties: null, task.Id));
        }
    }
}
