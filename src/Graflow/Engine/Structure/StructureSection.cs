namespace Graflow.Engine;

/// <summary>One plan of a structure: the flow's own, or a <c>ForEach</c> body's.</summary>
/// <param name="Output">The vertex whose value is the plan's.</param>
/// <param name="Vertices">In plan order.</param>
internal sealed record StructureSection(int Output, IReadOnlyList<VertexStructure> Vertices);
