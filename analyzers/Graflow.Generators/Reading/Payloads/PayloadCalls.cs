using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Finds calls whose values leave the process: those of the channel, and those of signals.</summary>
internal static class PayloadCalls
{
    /// <summary>Whether the text may be such a call.</summary>
    public static bool MayBe(SyntaxNode node) => ChannelCalls.MayBe(node) || SignalCalls.MayBe(node);

    /// <returns>The type of the value; null where it is another call, or the type is open.</returns>
    public static PayloadRoot? Read(InvocationExpressionSyntax call, SemanticModel semantics, CancellationToken ct) =>
        SignalCalls.MayBe(call) ? SignalCalls.Read(call, semantics, ct) : ChannelCalls.Read(call, semantics, ct);
}
