using System.Collections.Immutable;
using Graflow.Generators.Diagnostics;
using Graflow.Generators.Models.Payloads;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Reports what keeps values in the process: an error at every place where one surely leaves it, else a warning at the first place of a class, so that one bad type is not one warning for each task.</summary>
internal sealed class PayloadFindings(Compilation compilation, Action<Diagnostic> report)
{
    /// <summary>The property of a type that needs a union, by its documentation id, for the fix.</summary>
    internal const string OpenType = "OpenType";

    private readonly PayloadGraph _graph = PayloadGraph.Of(compilation);
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    public void Check(ITypeSymbol type, string what, Location place, bool leaves)
    {
        foreach (var problem in _graph.Read(type).Problems)
        {
            var end = PayloadPath.Follow(type, problem.Path);
            if (leaves || _seen.Add(end.Member ?? (ISymbol)end.Type))
            {
                report(Create(problem, end, what, place, leaves));
            }
        }
    }

    /// <summary>A <c>[Payload]</c> that has no effect: a warning, since other uses may close the type.</summary>
    public void ReportOpen(ITypeSymbol type, Location place)
    {
        var text = type.ToDisplayString(TypeNames.Short);
        report(Diagnostic.Create(PayloadRules.NotSerializable, place, $"The payload '{text}' has no codec: {text} is open, and a codec is for one type; name each that you need, such as [assembly: Payload(typeof({type.Name}<{string.Join(", ", Enumerable.Repeat("int", (type as INamedTypeSymbol)?.Arity is > 0 and var arity ? arity : 1))}>))]"));
    }

    public static string WordsOf(PayloadProblem problem, string what) =>
        $"{what} cannot leave this process: {(problem.Path == problem.Type ? problem.Path : $"{problem.Path} ({problem.Type})")} {problem.Reason}";

    private static Diagnostic Create(PayloadProblem problem, PayloadPath end, string what, Location place, bool leaves)
    {
        var rule = PayloadRules.For(problem.Kind);
        var others = new[] { end.Member ?? end.Type }.Where(static symbol => symbol.Locations.Any(static location => location.IsInSource)).Select(PayloadLocations.Of);
        var properties = problem.Kind == PayloadProblemKind.OpenType ? ImmutableDictionary<string, string?>.Empty.Add(OpenType, end.Type.OriginalDefinition.GetDocumentationCommentId()) : null;
        return Diagnostic.Create(rule, place, leaves ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, others, properties, WordsOf(problem, what));
    }
}
