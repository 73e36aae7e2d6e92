using Graflow.Generators.Flows;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Finds calls that send signals, wait for them, or hold a value back.</summary>
internal static class SignalCalls
{
    /// <summary>Whether the text may be such a call.</summary>
    public static bool MayBe(SyntaxNode node) => node is InvocationExpressionSyntax call && NameOf(call) is "WaitFor" or "SignalAsync" or "Delay";

    /// <returns>The type of the value; null where it is another call, or the type is open.</returns>
    public static PayloadRoot? Read(InvocationExpressionSyntax call, SemanticModel semantics, CancellationToken ct)
    {
        if (semantics.GetSymbolInfo(call, ct) is not { Symbol: IMethodSymbol method })
        {
            return null;
        }

        var type = FlowSymbols.HomeOf(method) switch
        {
            "Flow" or "FlowExtensions" when method is { Name: "WaitFor" or "Delay", ReturnType: INamedTypeSymbol { TypeArguments: { Length: 2 } contract } } => contract[1],
            "WorkflowEngine" when method is { Name: "SignalAsync", TypeArguments.Length: 1 } => method.TypeArguments[0],
            _ => null,
        };
        return type is not null && !PayloadRoots.IsOpen(type) ? new PayloadRoot(type, method) : null;
    }

    /// <summary>Whether the call makes a part of a flow, which another process or a later one may have to make again.</summary>
    public static bool IsPart(PayloadRoot root) => root.Source.Name is "WaitFor" or "Delay";

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => ChannelCalls.NameOf(call),
    };
}
