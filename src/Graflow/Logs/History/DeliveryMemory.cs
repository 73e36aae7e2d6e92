namespace Graflow.Logs;

/// <summary>How often one attempt was begun.</summary>
/// <param name="Iteration">The attempt's iteration.</param>
/// <param name="Attempt">The attempt, from 1.</param>
/// <param name="Count">In how many processes.</param>
/// <param name="Process">The number of the last one.</param>
internal readonly record struct DeliveryMemory(int Iteration, int Attempt, int Count, int Process);
