using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Diagnostics;

/// <summary>The rules about a program's entry point.</summary>
internal static class ProgramRules
{
    public const string Id = "GRF306";

    public const string NoCommands = "The commands of the command line are a package of their own: dotnet add package Graflow.CommandLine";

    /// <summary>The end of GRF305, in the words of the run.</summary>
    public const string ServeAdvice = "this program does not call GraflowHost.TryServeAsync. Begin its Main with: if (await GraflowHost.TryServeAsync(args)) return;";

    public static readonly DiagnosticDescriptor DoesNotServe = new(
        "GRF305",
        "The program does not serve",
        "{0}",
        Rules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.Pages + "GRF305.md");

    public static readonly DiagnosticDescriptor Entry = new(
        Id,
        "The program cannot be started so",
        "{0}",
        Rules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.Pages + "GRF306.md");
}
