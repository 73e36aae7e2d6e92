namespace Graflow.Logs;

/// <summary>What a vertex continued with.</summary>
/// <param name="Iteration">The iteration that it began.</param>
/// <param name="Frame">The frame that it began; 0 for another round of the task itself.</param>
/// <param name="Target">What runs next with its input; for another round, the input alone.</param>
internal sealed record ContinuationMemory(int Iteration, int Frame, ReadOnlyMemory<byte> Target);
