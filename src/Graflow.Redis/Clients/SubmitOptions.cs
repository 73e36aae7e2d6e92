using Graflow.Redis.Clients;

namespace Graflow;

/// <summary>How one submitted run differs from others. Immutable. Checked by the submission: what is out of range is an <see cref="ArgumentException"/>.</summary>
public sealed record SubmitOptions
{
    internal static SubmitOptions Default { get; } = new();

    /// <summary>The run's id, not empty; null makes a new one. A run of that id with the same workflow and input is the run that is meant.</summary>
    public string? RunId { get; init; }

    /// <summary>A name for what the run is to bring about, such as an order's number: a second submission with the same key, from whatever process, is the first one's run, for as long as that is kept. The run's id is derived from it. Not empty; null means every submission is a new run. Not together with <see cref="RunId"/>.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The longest that the run may take, waiting included, from the submission on; more than zero, null means no limit. A longer run ends with <see cref="RunDeadlineException"/>.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>How many continuations and side tasks the run may have in all; at least 0, 1,000,000 by default.</summary>
    public long MaxSteps { get; init; } = RunOptions.Default.MaxSteps;

    /// <summary>Where bodies run that no group around them places elsewhere; null means as whoever drives the run has it, which is the queue <c>default</c> unless it was set up otherwise.</summary>
    public Execution? Execution { get; init; }

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    internal RunOptions Check()
    {
        if (IdempotencyKey is { Length: 0 })
        {
            throw new ArgumentException("SubmitOptions.IdempotencyKey is empty; give a key, or null for a run of its own.");
        }

        if (IdempotencyKey is not null && RunId is not null)
        {
            throw new ArgumentException("SubmitOptions has a RunId and an IdempotencyKey, from which the id would be derived. Leave one of them out.");
        }

        var options = new RunOptions
        {
            RunId = IdempotencyKey is { } key ? KeyedRun.IdOf(key) : RunId,
            Deadline = Deadline,
            MaxSteps = MaxSteps,
            Execution = Execution,
            Keep = false,
        };
        options.Check();
        return options;
    }
}
