namespace Graflow.Generators.Models;

/// <summary><c>[Limit]</c>.</summary>
internal sealed record LimitModel(int Concurrency, double PerSecond, string? Key);
