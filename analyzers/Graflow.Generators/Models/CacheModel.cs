namespace Graflow.Generators.Models;

/// <summary><c>[Cache]</c>; the time in ticks.</summary>
internal sealed record CacheModel(long Ttl, string? Key);
