namespace Graflow.Engine;

/// <summary>What a task asked to run next, and in whose place.</summary>
/// <param name="Owner">The task that continues: the one that asked, or the one whose frame it ends.</param>
/// <param name="Target">What runs next.</param>
/// <param name="Iteration">The iteration that this begins.</param>
/// <param name="Frame">The number of the frame that this opens; 0 for another round of the owner itself.</param>
internal readonly record struct ContinuationRequest(VertexState Owner, NextTarget Target, int Iteration, int Frame);
