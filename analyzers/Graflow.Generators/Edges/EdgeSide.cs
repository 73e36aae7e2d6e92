using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Edges;

/// <summary>What stands on one side of an operator.</summary>
/// <param name="Syntax">The step next to the operator: of <c>a >> b</c> on the left side <c>b</c>, on the right side <c>a</c>.</param>
/// <param name="Takes">The input of the whole side.</param>
/// <param name="Yields">The output of the whole side.</param>
/// <param name="Task">The method, where the step is a task's node.</param>
internal sealed record EdgeSide(ExpressionSyntax Syntax, ITypeSymbol Takes, ITypeSymbol Yields, IMethodSymbol? Task)
{
    private const int LongestName = 60;

    /// <summary>The step as it is written, on one line.</summary>
    public string Name
    {
        get
        {
            var text = string.Join(" ", Syntax.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
            return text.Length <= LongestName ? text : text.Substring(0, LongestName - 1) + "…";
        }
    }
}
