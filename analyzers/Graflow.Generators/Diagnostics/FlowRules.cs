using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Diagnostics;

/// <summary>The rules about flows as they are written. Their messages are those of the run-time check.</summary>
internal static class FlowRules
{
    private const string Category = "Graflow";
    private const string Pages = "https://github.com/graflow/graflow-dotnet/blob/main/analyzers/docs/";

    public static readonly DiagnosticDescriptor Cycle = new(
        "GRF101",
        "A flow has no cycles",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "GRF101.md");

    public static readonly DiagnosticDescriptor TwoInputs = new(
        "GRF102",
        "A task has one input",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "GRF102.md");

    public static readonly DiagnosticDescriptor Order = new(
        "GRF103",
        "A flow must exist before it is used",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "GRF103.md");

    public static readonly DiagnosticDescriptor Policy = new(
        "GRF108",
        "The policy contradicts the group",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "GRF108.md");

    public static readonly DiagnosticDescriptor TwoSettings = new(
        "GRF110",
        "One vertex has two settings",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "GRF110.md");

    public static readonly DiagnosticDescriptor Unused = new(
        "GRF104",
        "A flow or a task is not used",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "GRF104.md");

    public static readonly DiagnosticDescriptor UnusedTask = new(
        "GRF104",
        "A flow or a task is not used",
        "No flow of this assembly uses the task '{0}'",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "GRF104.md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor Precedence = new(
        "GRF109",
        "Chains that are branches stand in parentheses",
        "'>>' binds tighter than '|': this is {0}. Write the parentheses.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "GRF109.md");
}
