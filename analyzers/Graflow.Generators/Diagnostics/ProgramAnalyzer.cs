using System.Collections.Immutable;
using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Generators.Diagnostics;

/// <summary>GRF306: <c>[assembly: GraflowProgram]</c> where no <c>Main</c> can be generated.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProgramAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ProgramRules.Entry];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.Attribute);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        if (context.Node is AttributeSyntax { Parent: AttributeListSyntax { Parent: CompilationUnitSyntax } } attribute
            && context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType.Is("Graflow", "GraflowProgramAttribute") == true
            && ProblemOf(context.Compilation, context.CancellationToken) is { } problem)
        {
            context.ReportDiagnostic(Diagnostic.Create(ProgramRules.Entry, attribute.GetLocation(), problem));
        }
    }

    private static string? ProblemOf(Compilation compilation, CancellationToken ct)
    {
        if (!ProgramReader.IsProgram(compilation))
        {
            return "[assembly: GraflowProgram] makes the Main of a program, and this project is a library; leave it out, or set <OutputType>Exe</OutputType>";
        }

        if (compilation.Options is CSharpCompilationOptions { MainTypeName: { } chosen })
        {
            return $"[assembly: GraflowProgram] makes the program's Main, but <StartupObject> chooses {chosen}; leave one of them out";
        }

        if (compilation.GetEntryPoint(ct) is { } main && !GeneratedTree.IsOnlyIn(main))
        {
            var own = main.ContainingType.ToDisplayString(TypeNames.Short) is var type && main.Name == "Main" ? $"{type}.Main" : "top-level statements";
            return $"[assembly: GraflowProgram] makes the program's Main, and the program has one already, {own}; leave out the attribute and call 'return await GraflowHost.RunAsync(args);' there, or remove the other";
        }

        return compilation.GetTypeByMetadataName(WellKnown.Commands) is null ? ProgramRules.NoCommands : null;
    }
}
