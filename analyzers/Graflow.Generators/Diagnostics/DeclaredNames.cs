using System.Collections.Concurrent;
using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Generators.Diagnostics;

/// <summary>All task ids and workflow names of a compilation, to find those that are given twice.</summary>
internal sealed class DeclaredNames
{
    private readonly ConcurrentBag<(string Name, ISymbol Symbol)> _tasks = [];
    private readonly ConcurrentBag<(string Name, ISymbol Symbol)> _workflows = [];

    public void AddTask(TaskName task)
    {
        if (TaskContainer.Of(task.Method.ContainingType).NameOf(task.Method) is not null)
        {
            _tasks.Add((task.Id, task.Method));
        }
    }

    public void AddWorkflow(ISymbol member, string name) => _workflows.Add((name, member));

    public void Report(CompilationAnalysisContext context)
    {
        Report(context, _tasks, static (name, symbol, others, rest) =>
            Diagnostic.Create(Rules.DuplicateTask, symbol, rest, name, others));
        Report(context, _workflows, static (name, symbol, others, rest) =>
            Diagnostic.Create(Rules.DuplicateWorkflow, symbol, rest, name.Substring(name.LastIndexOf('.') + 1), $"the name \"{name}\" is taken by {others} too; give one of them another name with [Workflow(\"…\")]"));
    }

    private static void Report(
        CompilationAnalysisContext context,
        ConcurrentBag<(string Name, ISymbol Symbol)> declared,
        Func<string, Location, string, IEnumerable<Location>, Diagnostic> create)
    {
        foreach (var group in declared.GroupBy(static item => item.Name, static item => item.Symbol, StringComparer.Ordinal))
        {
            var symbols = group.Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>().ToArray();
            foreach (var symbol in symbols.Length > 1 ? symbols : [])
            {
                var others = symbols.Where(other => !SymbolEqualityComparer.Default.Equals(other, symbol)).ToArray();
                var names = string.Join(" and ", others.Select(static other => $"'{other.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)}'").OrderBy(static name => name, StringComparer.Ordinal));
                context.ReportDiagnostic(create(group.Key, ProblemList.SourceOf(symbol), names, others.Select(ProblemList.SourceOf)));
            }
        }
    }
}
