using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Edges;

/// <summary>An operator whose sides do not fit: <c>&gt;&gt;</c>, <c>&gt;&gt;=</c> or <c>|</c>.</summary>
internal sealed record Edge(ExpressionSyntax Syntax, EdgeSide Left, EdgeSide Right)
{
    /// <summary>Tells the analyzer's sentence from the compiler's error, which has the same id: fixes are offered once.</summary>
    public const string Marker = "Edge";

    public static ImmutableDictionary<string, string?> Properties { get; } = ImmutableDictionary<string, string?>.Empty.Add(Marker, null);

    public bool IsSequence => Syntax.Kind() is SyntaxKind.RightShiftExpression or SyntaxKind.RightShiftAssignmentExpression;

    /// <summary>The types of the left side's branches; empty where it yields one value.</summary>
    public ImmutableArray<ITypeSymbol> Yielded => ElementsOf(Left.Yields);

    /// <summary>The types of the right side's parameters; empty where it takes one value.</summary>
    public ImmutableArray<ITypeSymbol> Taken => ElementsOf(Right.Takes);

    /// <summary>The left side's branches as they are written; empty where they are written elsewhere.</summary>
    public IReadOnlyList<ExpressionSyntax> Branches
    {
        get
        {
            var branches = new List<ExpressionSyntax>();
            var rest = Bare(Left.Syntax);
            for (; rest is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseOrExpression } group && branches.Count < Yielded.Length - 1; rest = Bare(group.Left))
            {
                branches.Insert(0, group.Right);
            }

            branches.Insert(0, rest);
            return branches.Count == Yielded.Length ? branches : [];
        }
    }

    public static ExpressionSyntax Bare(ExpressionSyntax expression) =>
        expression is ParenthesizedExpressionSyntax parenthesized ? Bare(parenthesized.Expression) : expression;

    private static ImmutableArray<ITypeSymbol> ElementsOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsTupleType: true } tuple ? [.. tuple.TupleElements.Select(static element => element.Type)] : [];
}
