using System.Collections.Immutable;
using Graflow.Generators.Bodies;
using Graflow.Generators.Reading;
using Graflow.Generators.Reading.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Graflow.Generators.Diagnostics;

/// <summary>GRF005, GRF107, GRF206, GRF303, GRF304: what the methods of tasks do.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BodyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [BodyRules.NoToken, BodyRules.Endless, BodyRules.AlwaysIterates, BodyRules.StaysBehind, BodyRules.Blocking, BodyRules.Swallowing];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeMethod, SymbolKind.Method);
        context.RegisterSyntaxNodeAction(AnalyzeLoop, SyntaxKind.MethodDeclaration);
        context.RegisterSyntaxNodeAction(AnalyzeWrites, SyntaxKind.MethodDeclaration);
        context.RegisterSyntaxNodeAction(AnalyzeAccess, SyntaxKind.SimpleMemberAccessExpression);
        context.RegisterSyntaxNodeAction(AnalyzeCatch, SyntaxKind.CatchClause);
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method is { MethodKind: MethodKind.Ordinary, PartialDefinitionPart: null }
            && method.Find("TaskAttribute")?.Named<string>("Timeout") is not null
            && !TaskMethod.HearsOfCancellation(method))
        {
            context.ReportDiagnostic(Diagnostic.Create(BodyRules.NoToken, ProblemList.SourceOf(method), method.Name));
        }
    }

    private static void AnalyzeWrites(SyntaxNodeAnalysisContext context)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (method.AttributeLists.Count > 0
            && context.ContainingSymbol is IMethodSymbol task
            && (task.PartialDefinitionPart ?? task).Find("TaskAttribute") is { } attribute
            && PayloadBoundary.IsLeftBy(attribute))
        {
            foreach (var write in StateWrite.In(task, _ => context.SemanticModel, context.CancellationToken))
            {
                context.ReportDiagnostic(Diagnostic.Create(BodyRules.StaysBehind, write.Place.GetLocation(), BodyRules.StaysBehindText(task.Name, write)));
            }
        }
    }

    private static void AnalyzeLoop(SyntaxNodeAnalysisContext context)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (method.AttributeLists.Count > 0
            && context.ContainingSymbol is IMethodSymbol looping
            && (looping.PartialDefinitionPart ?? looping).Find("TaskAttribute") is not null
            && EndlessLoop.AlwaysIterates(method, looping))
        {
            context.ReportDiagnostic(Diagnostic.Create(BodyRules.AlwaysIterates, method.Identifier.GetLocation(), looping.Name));
        }

        if (EndlessLoop.MayBe(method)
            && context.ContainingSymbol is IMethodSymbol task
            && task.Find("TaskAttribute") is not null
            && EndlessLoop.IsIn(method, task, context.SemanticModel, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(BodyRules.Endless, method.Identifier.GetLocation(), task.Name));
        }
    }

    private static void AnalyzeAccess(SyntaxNodeAnalysisContext context)
    {
        var access = (MemberAccessExpressionSyntax)context.Node;
        if (BlockingCall.MayBe(access)
            && TaskMethod.Around(access, context.SemanticModel, context.CancellationToken) is { } task
            && BlockingCall.Read(access, context.SemanticModel, context.CancellationToken) is { } call
            && !call.IsKnownToHaveEnded)
        {
            context.ReportDiagnostic(Diagnostic.Create(BodyRules.Blocking, call.Syntax.GetLocation(), call.Text, task.Name));
        }
    }

    private static void AnalyzeCatch(SyntaxNodeAnalysisContext context)
    {
        var clause = (CatchClauseSyntax)context.Node;
        if (SwallowedCancellation.MayBe(clause)
            && TaskMethod.Around(clause, context.SemanticModel, context.CancellationToken) is { } task
            && TaskMethod.HearsOfCancellation(task)
            && SwallowedCancellation.IsIn(clause, context.SemanticModel, context.CancellationToken))
        {
            var end = clause.Declaration?.Span.End ?? clause.CatchKeyword.Span.End;
            context.ReportDiagnostic(Diagnostic.Create(BodyRules.Swallowing, Location.Create(clause.SyntaxTree, TextSpan.FromBounds(clause.SpanStart, end)), task.Name));
        }
    }
}
