using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Diagnostics;

/// <summary>The rules that the reader checks. Errors all: the code cannot work.</summary>
internal static class Rules
{
    public const string Category = "Graflow";
    public const string Pages = "https://github.com/graflow/graflow-dotnet/blob/main/analyzers/docs/";

    public static readonly DiagnosticDescriptor NotPartial = new(
        "GRF001",
        "Types that hold tasks or workflows must be partial",
        "'{0}' holds tasks or workflows, so nodes are added to it: make {1} partial",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "GRF001.md");

    public static readonly DiagnosticDescriptor Signature = new(
        "GRF002",
        "The method cannot be a task",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "GRF002.md");

    public static readonly DiagnosticDescriptor DuplicateTask = new(
        "GRF003",
        "Task ids must be unique",
        "The task id \"{0}\" is taken by {1} too; give one of them another id with [Task(\"…\")]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "GRF003.md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor TwoTasks = new(
        "GRF003",
        "Task ids must be unique",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "GRF003.md");

    public static readonly DiagnosticDescriptor Workflow = new(
        "GRF004",
        "The member cannot be a workflow",
        "'{0}' cannot be a workflow: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "GRF004.md");

    public static readonly DiagnosticDescriptor DuplicateWorkflow = new(
        "GRF004",
        "The member cannot be a workflow",
        "'{0}' cannot be a workflow: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "GRF004.md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor NameClash = new(
        "GRF007",
        "Names of generated nodes must not clash",
        "The nodes cannot be generated: {0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "GRF007.md");

    public static readonly DiagnosticDescriptor Option = new(
        "GRF302",
        "The option is invalid",
        "'{0}' cannot run: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "GRF302.md");

    public static readonly DiagnosticDescriptor OptionInCode = new(
        "GRF302",
        "The option is invalid",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "GRF302.md");
}
