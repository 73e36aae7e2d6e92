using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Edges;

/// <summary>Finds the edges that the compiler refuses, by the operator that it found for them.</summary>
internal static class EdgeReader
{
    /// <returns>Null where the operator is not the library's, or the edge fits.</returns>
    public static Edge? Read(ExpressionSyntax syntax, SemanticModel semantics, CancellationToken ct)
    {
        if (semantics.GetSymbolInfo(syntax, ct).Symbol is not IMethodSymbol method || !IsRefused(method))
        {
            return null;
        }

        var (before, after) = syntax switch
        {
            BinaryExpressionSyntax binary => (binary.Left, binary.Right),
            AssignmentExpressionSyntax assignment => (assignment.Left, assignment.Right),
            _ => (syntax, syntax),
        };
        var left = SideOf(before, Last(before), semantics, ct);
        var right = SideOf(after, First(after), semantics, ct);
        return left is null || right is null ? null : new Edge(syntax, left, right);
    }

    private static bool IsRefused(IMethodSymbol method) =>
        IsOperators(method.ContainingType) && method.OriginalDefinition.GetAttributes().Any(static attribute =>
            attribute.AttributeClass.Is("System", "ObsoleteAttribute") && attribute.Named<string>("DiagnosticId") == "GRF105");

    /// <summary>Extension members are in a nameless type of their own inside the class that declares them.</summary>
    private static bool IsOperators(INamedTypeSymbol? type) =>
        type is not null && (type.Is("Graflow", "FlowOperators") || type.ContainingType.Is("Graflow", "FlowOperators"));

    private static EdgeSide? SideOf(ExpressionSyntax side, ExpressionSyntax step, SemanticModel semantics, CancellationToken ct) =>
        ContractOf(semantics.GetTypeInfo(side, ct).Type) is { } contract
            ? new EdgeSide(step, contract.TypeArguments[0], contract.TypeArguments[1], TaskContainer.OfNode(semantics.GetTypeInfo(step, ct).Type)?.Method)
            : null;

    private static INamedTypeSymbol? ContractOf(ITypeSymbol? type) =>
        type.Is("Graflow", "IExecutable", 2)
            ? (INamedTypeSymbol?)type
            : type?.AllInterfaces.FirstOrDefault(static contract => contract.Is("Graflow", "IExecutable", 2));

    private static ExpressionSyntax Last(ExpressionSyntax side) => Edge.Bare(side) switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.RightShiftExpression } chain => Last(chain.Right),
        _ => side,
    };

    private static ExpressionSyntax First(ExpressionSyntax side) => Edge.Bare(side) switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.RightShiftExpression } chain => First(chain.Left),
        _ => side,
    };
}
