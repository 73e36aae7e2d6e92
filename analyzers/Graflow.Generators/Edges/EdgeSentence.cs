using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Edges;

/// <summary>Says what does not fit, and what to do.</summary>
internal static class EdgeSentence
{
    public static string Of(Edge edge, Compilation compilation)
    {
        var types = new EdgeTypes(edge, compilation);
        return edge.IsSequence
            ? $"{edge.Left.Name} yields {types.Yields}, but {edge.Right.Name} takes {types.Signature}; {EdgeAdvice.Of(edge, types).Text}"
            : $"{edge.Left.Name} takes {types.Yields}, but {edge.Right.Name} takes {types.Signature}; branches take the same input, or none: put a task before the one that differs, or fix its input by .Bind(…)";
    }
}
