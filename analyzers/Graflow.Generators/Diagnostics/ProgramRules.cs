using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Diagnostics;

/// <summary>The rules about a program's entry point.</summary>
internal static class ProgramRules
{
    public const string Id = "GRF306";

    public const string NoCommands = "The commands of the command line are a package of their own: dotnet add package Graflow.CommandLine";

    public static readonly DiagnosticDescriptor Entry = new(
        Id,
        "The program cannot be started so",
        "{0}",
        Rules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.Pages + "GRF306.md");
}
