namespace Graflow.Redis.TestProgram;

/// <param name="Count">How many pieces.</param>
/// <param name="Effects">The folder where bodies write down what they did.</param>
/// <param name="Effort">How long a piece keeps a processor busy, in spins.</param>
public sealed record Load(int Count, string Effects, int Effort = 0);
