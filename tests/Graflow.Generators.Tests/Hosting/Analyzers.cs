using System.Collections.Immutable;
using Graflow.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Generators.Tests.Hosting;

/// <summary>All analyzers that the package carries.</summary>
internal static class Analyzers
{
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } =
    [
        .. typeof(TaskAnalyzer).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>One descriptor for each id and severity.</summary>
    public static IEnumerable<DiagnosticDescriptor> Rules =>
        All.SelectMany(analyzer => analyzer.SupportedDiagnostics).DistinctBy(rule => (rule.Id, rule.DefaultSeverity)).OrderBy(rule => rule.Id, StringComparer.Ordinal);
}
