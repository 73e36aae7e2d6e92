using Graflow.Generators.Bodies;
using Graflow.Generators.Diagnostics;
using Graflow.Generators.Reading;
using Graflow.Generators.Reading.Payloads;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Flows;

/// <summary>What tasks cannot do where a flow surely sends them to other processes: take or yield what cannot go there, and leave state behind.</summary>
internal sealed class TasksElsewhere(Compilation compilation, Func<SyntaxTree, SemanticModel> semanticsOf, CancellationToken ct)
{
    private readonly Dictionary<IMethodSymbol, IReadOnlyList<(DiagnosticDescriptor Rule, string Message, Site Place)>> _known = new(SymbolEqualityComparer.Default);

    public void Check(FlowTerm flow, List<FlowProblem> problems)
    {
        var seen = new HashSet<(FlowTerm, bool)>();
        var open = new Stack<(FlowTerm Term, bool IsElsewhere, Site? Mention)>([(flow, false, null)]);
        while (open.Count > 0)
        {
            var (term, isElsewhere, mention) = open.Pop();
            if (!seen.Add((term, isElsewhere)))
            {
                continue;
            }

            if (term.Kind == FlowTermKind.Task && isElsewhere && term.Task!.Declared is { } task)
            {
                problems.AddRange(ProblemsOf(task).Select(problem => new FlowProblem(problem.Rule, problem.Message, term.Site.Below(mention), [problem.Place]) { IsByLuck = problem.Rule == BodyRules.StaysBehind }));
            }

            var place = term.Kind == FlowTermKind.Mention ? term.Site.Below(mention) : mention;
            foreach (var operand in term.Operands)
            {
                open.Push((operand, IsElsewhere(term) ?? isElsewhere, place));
            }
        }
    }

    /// <summary>What the term's own execution says; null where it has none.</summary>
    private static bool? IsElsewhere(FlowTerm term) =>
        term.Kind == FlowTermKind.Execution || term.HasExecution ? term.Text?.StartsWith("Processes(", StringComparison.Ordinal) == true : null;

    /// <summary>A handler that leaves the process has said it all at the task itself.</summary>
    private IReadOnlyList<(DiagnosticDescriptor Rule, string Message, Site Place)> ProblemsOf(TaskName task)
    {
        if (!_known.TryGetValue(task.Method, out var problems))
        {
            _known[task.Method] = problems = PayloadBoundary.IsLeftBy(task.Attribute) ? [] : [.. ValuesOf(task.Method), .. WritesOf(task.Method)];
        }

        return problems;
    }

    private IEnumerable<(DiagnosticDescriptor Rule, string Message, Site Place)> ValuesOf(IMethodSymbol method) =>
        from value in TaskValue.Of(method, TypeTexts.Of(compilation))
        from problem in PayloadGraph.Of(compilation).Read(value.Type).Problems
        select (PayloadRules.For(problem.Kind), PayloadFindings.WordsOf(problem, value.Text), new Site(value.Place.DeclaringSyntaxReferences[0].GetSyntax(ct), method));

    private IEnumerable<(DiagnosticDescriptor Rule, string Message, Site Place)> WritesOf(IMethodSymbol method) =>
        StateWrite.In(method, semanticsOf, ct).Select(write => (BodyRules.StaysBehind, BodyRules.StaysBehindText(method.Name, write), new Site(write.Place, method)));
}
