using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Diagnostics;

/// <summary>What the committed baseline of wire shapes says against the code. An error where old payloads are misread; a warning where the file is only behind.</summary>
internal static class WireRules
{
    public static readonly DiagnosticDescriptor Shape = new(
        "GRF205",
        "A payload keeps the shape of the baseline",
        "{0}",
        Rules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.Pages + "GRF205.md");

    /// <summary>For types that no file of the project declares.</summary>
    public static readonly DiagnosticDescriptor ForeignShape = new(
        "GRF205",
        "A payload keeps the shape of the baseline",
        "{0}",
        Rules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.Pages + "GRF205.md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
