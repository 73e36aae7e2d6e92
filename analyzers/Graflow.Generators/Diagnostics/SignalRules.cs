using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Diagnostics;

/// <summary>What the signal analyzer reports.</summary>
internal static class SignalRules
{
    /// <summary>A warning, because the wait may stand in another project.</summary>
    public static readonly DiagnosticDescriptor TwoTypes = new(
        "GRF207",
        "A signal brings what is waited for",
        "{0}",
        Rules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rules.Pages + "GRF207.md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
