using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Diagnostics;

/// <summary>What the channel analyzer reports.</summary>
internal static class ChannelRules
{
    /// <summary>A warning, because tasks of one class may serve different runs; reported as an error within one method.</summary>
    public static readonly DiagnosticDescriptor TwoTypes = new(
        "GRF203",
        "A channel's key has one type",
        "The channel's key '{0}' holds {1}, not {2}. Read it as {1}, or use another key; a ChannelKey<T> makes one type of all uses.",
        Rules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rules.Pages + "GRF203.md");
}
