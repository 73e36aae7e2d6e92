namespace Graflow.Resilience;

/// <summary>What one cached result belongs to: equal only for the same types, the same id and equal inputs.</summary>
internal sealed record ResultKey<TIn, TOut>(string Id, TIn Input);
