using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Options;

/// <summary>Whose options are set inside of <c>Tasks.X.With(o => …)</c>.</summary>
internal static class OptionOwner
{
    /// <returns>The task's id; null where it is not known when the program is compiled.</returns>
    public static string? Of(SyntaxNode setting, SemanticModel semantics, CancellationToken ct) =>
        setting.Ancestors().Select(static outer => TargetOf(outer, "With")).FirstOrDefault(static target => target is not null) is { } node
            ? TaskContainer.OfNode(semantics.GetTypeInfo(node, ct).Type)?.Id ?? LambdaName(node, semantics, ct)
            : null;

    /// <summary>The name in <c>Flow.Task("name", …)</c>, behind <c>As</c> and <c>With</c> too.</summary>
    private static string? LambdaName(ExpressionSyntax node, SemanticModel semantics, CancellationToken ct)
    {
        while ((TargetOf(node, "As") ?? TargetOf(node, "With")) is { } inner)
        {
            node = inner;
        }

        return TargetOf(node, "Task") is not null
            && semantics.GetSymbolInfo(node, ct).Symbol?.ContainingType.Is("Graflow", "Flow") == true
            && ((InvocationExpressionSyntax)node).ArgumentList.Arguments.FirstOrDefault() is { } argument
                ? semantics.GetConstantValue(argument.Expression, ct).Value as string
                : null;
    }

    private static ExpressionSyntax? TargetOf(SyntaxNode call, string method) =>
        call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } && access.Name.Identifier.ValueText == method ? access.Expression : null;
}
