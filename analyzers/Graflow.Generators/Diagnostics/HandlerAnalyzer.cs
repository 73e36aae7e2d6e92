using System.Collections.Immutable;
using Graflow.Generators.Handlers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Generators.Diagnostics;

/// <summary>GRF301: a task asks for a handler that nobody declares or registers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of the nearest known name, for the fix; absent where none is near.</summary>
    internal const string Nearest = "Nearest";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [HandlerRules.Unknown];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var names = new HandlerNames(start.Compilation, start.CancellationToken);
            start.RegisterSyntaxNodeAction(node => Analyze(node, names), HandlerUse.Kinds);
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, HandlerNames names)
    {
        if (HandlerUse.Read(context.Node, context.SemanticModel, context.CancellationToken) is not { } use || names.Contains(use.Name))
        {
            return;
        }

        var nearest = EditDistance.Nearest(use.Name, names.Known);
        var properties = nearest is null ? null : ImmutableDictionary<string, string?>.Empty.Add(Nearest, nearest);
        var words = HandlerWords.Unknown(use.Task, use.Name, names.Known);
        var (severity, message) = names.AreComplete ? (DiagnosticSeverity.Error, words) : (DiagnosticSeverity.Warning, $"{words}; or, where others register it, declare its name here: [TaskHandler(\"{use.Name}\")]");
        context.ReportDiagnostic(Diagnostic.Create(HandlerRules.Unknown, use.Expression.GetLocation(), severity, null, properties, message));
    }
}
