using Graflow.Generators.Models.Payloads;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Diagnostics;

/// <summary>What keeps a value in its process. Warnings, because a flow that stays in the process works; reported as errors where the value surely leaves it.</summary>
internal static class PayloadRules
{
    public static readonly DiagnosticDescriptor NotSerializable = Rule("GRF201", "The value cannot leave the process");

    public static readonly DiagnosticDescriptor Live = Rule("GRF202", "A function, stream, task, token or resource cannot leave the process");

    public static readonly DiagnosticDescriptor OpenType = Rule("GRF204", "An interface or abstract class needs a union to leave the process");

    public static DiagnosticDescriptor For(PayloadProblemKind kind) => kind switch
    {
        PayloadProblemKind.Delegate or PayloadProblemKind.Stream or PayloadProblemKind.Task or PayloadProblemKind.CancellationToken or PayloadProblemKind.Resource => Live,
        PayloadProblemKind.OpenType => OpenType,
        _ => NotSerializable,
    };

    private static DiagnosticDescriptor Rule(string id, string title) => new(
        id,
        title,
        "{0}",
        Rules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: $"{Rules.Pages}{id}.md");
}
