using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Diagnostics;

/// <summary>What the compiler refuses by an operator of its own, said once more in the words of the flow.</summary>
internal static class EdgeRules
{
    /// <summary>Not configurable, as the compiler's error at the same edge cannot be turned off either.</summary>
    public static readonly DiagnosticDescriptor Mismatch = new(
        "GRF105",
        "The edge does not fit",
        "{0}",
        Rules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.Pages + "GRF105.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
