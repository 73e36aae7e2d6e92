namespace Graflow.Logs;

/// <summary>A vertex of a run, as records name it.</summary>
/// <param name="Frame">The frame's number in the run, in the order in which records opened them; 0 is the run's own.</param>
/// <param name="Vertex">The vertex's index in the frame's plan.</param>
internal readonly record struct VertexKey(int Frame, int Vertex);
