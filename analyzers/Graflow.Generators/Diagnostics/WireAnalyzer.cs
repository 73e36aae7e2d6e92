using System.Collections.Immutable;
using Graflow.Generators.Wire;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Generators.Diagnostics;

/// <summary>GRF205: payloads read what was written before, by the shapes in the project's <c>*.wire.txt</c>. A project without such a file is not judged, and costs nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WireAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [WireRules.Shape, WireRules.ForeignShape];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var files = start.Options.AdditionalFiles.Where(static file => WireBaseline.Is(file.Path)).GroupBy(static file => file.Path, StringComparer.Ordinal).Select(static same => same.First()).OrderBy(static file => file.Path, StringComparer.Ordinal).ToArray();
            if (files.Length > 1)
            {
                start.RegisterCompilationEndAction(end => ReportSecond(files, end.ReportDiagnostic));
            }
            else if (files.Length == 1 && files[0].GetText(start.CancellationToken) is { } text)
            {
                Judge(start, new WireFindings(files[0], text, start.Compilation, start.CancellationToken));
            }
        });
    }

    private static void Judge(CompilationStartAnalysisContext start, WireFindings findings)
    {
        start.RegisterAdditionalFileAction(file =>
        {
            if (WireBaseline.Is(file.AdditionalFile.Path))
            {
                findings.CheckFile(file.ReportDiagnostic);
            }
        });
        start.RegisterSymbolAction(symbol => findings.Check((INamedTypeSymbol)symbol.Symbol, symbol.ReportDiagnostic), SymbolKind.NamedType);
        start.RegisterCompilationEndAction(end => findings.CheckRest(end.ReportDiagnostic));
    }

    private static void ReportSecond(AdditionalText[] files, Action<Diagnostic> report) =>
        report(Diagnostic.Create(
            WireRules.ForeignShape,
            Location.Create(files[1].Path, default, default),
            $"A project has one wire baseline, and this one has {string.Join(" and ", files.Select(static file => $"'{Path.GetFileName(file.Path)}'"))}: move all lines into one of them"));
}
