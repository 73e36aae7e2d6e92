namespace Graflow;

/// <summary>One thing that happened in a run. Events of a run are numbered without gaps; progress, logs, pictures and tests all read this one stream. Immutable.</summary>
public abstract class RunEvent
{
    private protected RunEvent()
    {
    }

    /// <summary>The run.</summary>
    public string RunId { get; internal init; } = "";

    /// <summary>The event's number in its run, from 1.</summary>
    public long Sequence { get; internal init; }

    /// <summary>When it happened, by the engine's <see cref="TimeProvider"/>.</summary>
    public DateTimeOffset Time { get; internal init; }
}
