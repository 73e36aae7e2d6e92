using Graflow.Generators.Reading;
using Graflow.Generators.Reading.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.ChannelUses;

/// <summary>Finds the uses of constant keys in a class, without the classes in it.</summary>
internal static class ChannelUseReader
{
    private const string FromChannel = "FromChannel";

    public static IEnumerable<ChannelUse> Read(TypeDeclarationSyntax type, SemanticModel semantics, CancellationToken ct)
    {
        foreach (var node in type.DescendantNodes(node => node == type || node is not TypeDeclarationSyntax))
        {
            var use = node switch
            {
                ParameterSyntax { AttributeLists.Count: > 0 } parameter => OfParameter(parameter, semantics, ct),
                InvocationExpressionSyntax call => OfCall(call, semantics, ct),
                _ => null,
            };
            if (use is not null)
            {
                yield return use;
            }
        }
    }

    private static ChannelUse? OfParameter(ParameterSyntax parameter, SemanticModel semantics, CancellationToken ct) =>
        parameter.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => attribute.Name.ToString().Contains(FromChannel))
        && semantics.GetDeclaredSymbol(parameter, ct) is { } symbol
        && symbol.Find("FromChannelAttribute") is { } source
            ? new ChannelUse(source.Argument<string>(0) ?? symbol.Name, symbol.Type, Reads: true, Writes: false, MethodOf(parameter), PayloadLocations.Of(symbol))
            : null;

    private static ChannelUse? OfCall(InvocationExpressionSyntax call, SemanticModel semantics, CancellationToken ct)
    {
        var name = ChannelCalls.NameOf(call);
        if ((name != "IncrementAsync" && !ChannelCalls.MayBe(call))
            || call.ArgumentList.Arguments.FirstOrDefault() is not { } key
            || semantics.GetConstantValue(key.Expression, ct) is not { HasValue: true, Value: string text }
            || TypeOf(call, name!, semantics, ct) is not { } type)
        {
            return null;
        }

        var (isSet, isRead) = (name is "SetAsync" or "Set" or "TryAddAsync" or "TryAdd", name is "GetAsync" or "TryGetAsync" or "WatchAsync");
        return new ChannelUse(text, type, Reads: !isSet, Writes: !isRead, MethodOf(call), call.Expression is MemberAccessExpressionSyntax access ? access.Name.GetLocation() : call.GetLocation());
    }

    private static ITypeSymbol? TypeOf(InvocationExpressionSyntax call, string name, SemanticModel semantics, CancellationToken ct) =>
        name != "IncrementAsync" ? ChannelCalls.Read(call, semantics, ct)?.Type
        : semantics.GetSymbolInfo(call, ct).Symbol is IMethodSymbol method && ChannelCalls.IsChannel(method) ? semantics.Compilation.GetSpecialType(SpecialType.System_Int64)
        : null;

    private static MethodDeclarationSyntax? MethodOf(SyntaxNode node) => node.FirstAncestorOrSelf<MethodDeclarationSyntax>();
}
