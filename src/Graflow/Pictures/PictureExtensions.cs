using Graflow.Pictures;

namespace Graflow;

/// <summary>Flows as pictures. The same flow gives the same text, whatever ran before; both methods may be called concurrently.</summary>
public static class PictureExtensions
{
    extension(IExecutable flow)
    {
        /// <summary>The flow as a Mermaid flowchart: every task once, groups and maps as boxes, targets of <c>Next.To</c> as dashed arrows. Put it in a <c>```mermaid</c> block.</summary>
        /// <exception cref="FlowDefinitionException">The flow is null, as a static flow is that was not initialized yet (GRF103).</exception>
        public string ToMermaid() => MermaidWriter.Write(PictureBuilder.Build(Operand.Expression(flow, nameof(flow))));

        /// <summary>The flow as a Graphviz graph: every task once, groups and maps as boxes, targets of <c>Next.To</c> as dashed arrows. Draw it by <c>dot -Tsvg</c>.</summary>
        /// <exception cref="FlowDefinitionException">The flow is null, as a static flow is that was not initialized yet (GRF103).</exception>
        public string ToDot() => DotWriter.Write(PictureBuilder.Build(Operand.Expression(flow, nameof(flow))));
    }
}
