using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Options;

/// <summary>GRF302 for the names of instances, groups and lambda tasks that are written as constants.</summary>
internal static class NameValues
{
    private static readonly char[] Reserved = [.. "/#[]!"];

    /// <summary>Whether a name can be a part of a vertex's path.</summary>
    public static bool CanStandInPath(string name) => name.Length > 0 && name.IndexOfAny(Reserved) < 0;

    /// <returns>What is wrong; null where nothing is, or the name is not a constant.</returns>
    public static string? ProblemOf(InvocationExpressionSyntax call, SemanticModel semantics, CancellationToken ct) =>
        NameIn(call) is { } argument
        && semantics.GetConstantValue(argument, ct).Value is string name
        && !CanStandInPath(name)
        && semantics.GetSymbolInfo(call, ct).Symbol?.ContainingAssembly.Name == WellKnown.LibraryAssembly
            ? $"The name {SymbolDisplay.FormatLiteral(name, quote: true)} cannot stand in a path: names are not empty and contain none of / # [ ] !; choose another one"
            : null;

    private static ExpressionSyntax? NameIn(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "As" or "Named" or "Task" } && call.ArgumentList.Arguments.Count > 0
            ? call.ArgumentList.Arguments[0].Expression
            : null;
}
