using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Diagnostics;

/// <summary>What the handler analyzer reports.</summary>
internal static class HandlerRules
{
    /// <summary>A warning, because another assembly may register the name; reported as an error in a program where nobody can.</summary>
    public static readonly DiagnosticDescriptor Unknown = new(
        "GRF301",
        "The handler is unknown",
        "{0}",
        Rules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rules.Pages + "GRF301.md");
}
