using System.Collections.Immutable;
using Graflow.Generators.ChannelUses;
using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Generators.Diagnostics;

/// <summary>GRF203: a key is read as a type that nothing in the class writes, while another type is written.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChannelAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ChannelRules.TwoTypes];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(AnalyzeType, SyntaxKind.ClassDeclaration, SyntaxKind.StructDeclaration, SyntaxKind.RecordDeclaration, SyntaxKind.RecordStructDeclaration, SyntaxKind.InterfaceDeclaration);
    }

    private static void AnalyzeType(SyntaxNodeAnalysisContext context)
    {
        var uses = ChannelUseReader.Read((TypeDeclarationSyntax)context.Node, context.SemanticModel, context.CancellationToken);
        foreach (var key in uses.GroupBy(static use => use.Key, StringComparer.Ordinal))
        {
            AnalyzeKey(context, [.. key]);
        }
    }

    private static void AnalyzeKey(SyntaxNodeAnalysisContext context, ChannelUse[] uses)
    {
        for (var i = 0; i < uses.Length; i++)
        {
            var reader = uses[i];
            if (!reader.Reads || uses.Any(use => use != reader && use.Writes && Agree(use, reader, context.Compilation)))
            {
                continue;
            }

            // Of two that only read, the second one is told.
            var other = uses.FirstOrDefault(use => use.Writes && !Agree(use, reader, context.Compilation)) ?? uses.Take(i).FirstOrDefault(use => !Agree(use, reader, context.Compilation));
            if (other is not null)
            {
                var severity = other.Writes && other.Method is not null && other.Method == reader.Method ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
                context.ReportDiagnostic(Diagnostic.Create(ChannelRules.TwoTypes, reader.Place, severity, [other.Place], null, reader.Key, TextOf(other), TextOf(reader)));
            }
        }
    }

    private static string TextOf(ChannelUse use) => use.Type.ToDisplayString(TypeNames.Short);

    /// <summary>A value of the one may be one of the other; <c>int</c> and <c>long</c> are read as each other.</summary>
    private static bool Agree(ChannelUse left, ChannelUse right, Compilation compilation)
    {
        var (a, b) = (Bare(left.Type), Bare(right.Type));
        return Fits(a, b) || Fits(b, a) || (IsWhole(a) && IsWhole(b));

        bool Fits(ITypeSymbol from, ITypeSymbol to) => compilation.ClassifyConversion(from, to) is { Exists: true } conversion && (conversion.IsIdentity || conversion.IsReference || conversion.IsBoxing);
    }

    private static bool IsWhole(ITypeSymbol type) => type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    private static ITypeSymbol Bare(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
