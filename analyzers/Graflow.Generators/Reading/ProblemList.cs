using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading;

/// <summary>What is wrong with what was read. The analyzer reports it; the generator only asks whether there is any.</summary>
internal sealed class ProblemList
{
    private readonly List<Diagnostic> _problems = [];

    public IReadOnlyList<Diagnostic> Items => _problems;

    public int Count => _problems.Count;

    public void Add(DiagnosticDescriptor rule, ISymbol symbol, params object?[] arguments) => Add(rule, SourceOf(symbol), arguments);

    public void Add(DiagnosticDescriptor rule, Location location, params object?[] arguments) =>
        _problems.Add(Diagnostic.Create(rule, location, arguments));

    public void Add(DiagnosticDescriptor rule, ISymbol symbol, IEnumerable<Location> others, params object?[] arguments) =>
        _problems.Add(Diagnostic.Create(rule, SourceOf(symbol), others, arguments));

    internal static Location SourceOf(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(static location => !GeneratedTree.Contains(location.SourceTree)) ?? Location.None;
}
