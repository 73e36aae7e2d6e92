namespace Graflow;

/// <summary>How one run differs from others. Immutable; share it as you like. Checked when a run starts: what is out of range is an <see cref="ArgumentException"/>.</summary>
public sealed record RunOptions
{
    internal static RunOptions Default { get; } = new();

    /// <summary>The run's id, not empty; null makes a new one.</summary>
    public string? RunId { get; init; }

    /// <summary>Where bodies run that no group around them places elsewhere; null means the engine's default, the thread pool without a limit.</summary>
    public Execution? Execution { get; init; }

    /// <summary>How many continuations (<see cref="Next"/>, <c>NextIteration</c>) and side tasks the run may have in all; at least 0, 1,000,000 by default. One more ends the run with <see cref="MaxStepsExceededException"/>.</summary>
    public long MaxSteps { get; init; } = 1_000_000;

    /// <summary>The longest that the run may take, waiting included; more than zero, null means no limit. A longer run ends with <see cref="RunDeadlineException"/>, also when its bodies do not listen to their tokens.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Writes the values that the run's channel holds from the start, as in <c>Channel = c =&gt; c.Set("limit", 5)</c>; null means none.</summary>
    public Action<ChannelWriter>? Channel { get; init; }

    /// <summary>Whether a started run keeps its events and its tasks' results until it is disposed of; on by default. <c>RunAsync</c> never keeps them.</summary>
    public bool Keep { get; init; } = true;

    internal void Check()
    {
        if (MaxSteps < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxSteps), MaxSteps, "RunOptions.MaxSteps must not be negative.");
        }

        if (Deadline <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(Deadline), Deadline, "RunOptions.Deadline must be more than zero.");
        }

        if (RunId is { Length: 0 })
        {
            throw new ArgumentException("RunOptions.RunId is empty; give an id, or null for a new one.");
        }
    }
}
