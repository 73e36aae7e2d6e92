namespace Graflow.Generators.Models;

/// <summary><c>[CircuitBreaker]</c>; the time in ticks.</summary>
internal sealed record CircuitBreakerModel(int Failures, long Reset, string? Key);
