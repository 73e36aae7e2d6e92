using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Finds calls that put values into the channel or take them out.</summary>
internal static class ChannelCalls
{
    /// <summary>Whether the text may be such a call; <c>Set</c> and the like are common names, and those of the channel stand in <c>OnSuccess</c>.</summary>
    public static bool MayBe(SyntaxNode node) => node is InvocationExpressionSyntax call && NameOf(call) switch
    {
        "SetAsync" or "GetAsync" or "TryGetAsync" or "UpdateAsync" or "AppendAsync" or "TryAddAsync" or "WatchAsync" => true,
        "Set" or "Append" or "TryAdd" => call.Ancestors().Any(static outer => outer is InvocationExpressionSyntax invocation && NameOf(invocation) == "OnSuccess"),
        _ => false,
    };

    /// <returns>The type of the value; null where it is another call, or the type is open.</returns>
    public static PayloadRoot? Read(InvocationExpressionSyntax call, SemanticModel semantics, CancellationToken ct)
    {
        if (semantics.GetSymbolInfo(call, ct) is not { Symbol: IMethodSymbol method } || !IsChannel(method))
        {
            return null;
        }

        // Extension members carry the type argument on the method that the compiler makes of them.
        var type = method.TypeArguments.Length == 1 ? method.TypeArguments[0] : null;
        var value = method.Name is "AppendAsync" or "Append" && type is not null
            ? semantics.Compilation.GetTypeByMetadataName("System.Collections.Generic.List`1")?.Construct(type)
            : type;
        return value is not null && !PayloadRoots.IsOpen(value) ? new PayloadRoot(value, method) : null;
    }

    public static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };

    public static bool IsChannel(IMethodSymbol method)
    {
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.Is("Graflow", "ChannelWriter") || type.Is("Graflow", "ChannelExtensions") || type.Is("Graflow", "IChannel") || type.AllInterfaces.Any(static contract => contract.Is("Graflow", "IChannel")))
            {
                return true;
            }
        }

        return false;
    }
}
