using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Generators.Tests.Hosting;

/// <summary>Runs the generator in a workspace's project, as an editor does.</summary>
internal sealed class GeneratorReference : AnalyzerReference
{
    // The workspace asks more than once and knows a generator by its identity.
    private readonly ImmutableArray<ISourceGenerator> _generators = [new GraflowGenerator().AsSourceGenerator()];

    public override string? FullPath => null;

    public override object Id => nameof(GeneratorReference);

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;
}
