namespace Graflow.Logs;

/// <summary>How a vertex ended.</summary>
/// <param name="HasSucceeded">Whether it has a value.</param>
/// <param name="Iteration">The iteration that ended it.</param>
/// <param name="Attempts">How many attempts that iteration took; 0 where what the task continued with ended it.</param>
/// <param name="IsOfFrame">Whether the value or the failure is that of the frame that it continued with.</param>
/// <param name="Payload">The value, or the failure; empty where it is the frame's.</param>
internal sealed record VertexEnd(bool HasSucceeded, int Iteration, int Attempts, bool IsOfFrame, ReadOnlyMemory<byte> Payload);
