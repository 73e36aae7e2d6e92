using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>What one reader of a run's events reads at a time.</summary>
internal sealed class EventBuffer
{
    private const int Length = 64;

    internal EventRecord[] Records { get; } = new EventRecord[Length];

    internal RunEvent[] Events { get; } = new RunEvent[Length];
}
