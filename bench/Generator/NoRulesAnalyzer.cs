using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Bench.Generator;

#pragma warning disable RS1036, RS1041, RS2008 // Rules for analyzers that ship; this one is run by the benchmark only.

/// <summary>The least that an analyzer of code can do: ask for the meaning of every body and say nothing of it. What it costs is Roslyn's own.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NoRulesAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new("NONE", "None", "None", "None", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationBlockAction(static _ => { });
    }
}
