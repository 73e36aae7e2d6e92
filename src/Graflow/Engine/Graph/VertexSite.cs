namespace Graflow.Engine;

/// <summary>Where a vertex stands in its plan.</summary>
/// <param name="Index">Its place in the plan's arrays.</param>
/// <param name="Name">Instance path and name inside the plan.</param>
/// <param name="Lane">Which of the plan's lanes bounds it.</param>
internal readonly record struct VertexSite(int Index, VertexName Name, int Lane);
