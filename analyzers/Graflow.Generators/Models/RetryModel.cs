namespace Graflow.Generators.Models;

/// <summary><c>[Retry]</c>; pauses in ticks.</summary>
internal sealed record RetryModel(int MaxAttempts, long Delay, int Backoff, long? MaxDelay, bool Jitter, EquatableArray<string> On);
