using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>What a caller asks for: a new run, or to go on with one.</summary>
/// <param name="Plan">The flow's plan.</param>
/// <param name="Options">How the run differs.</param>
/// <param name="KeepsResults">Whether events and results are kept.</param>
internal sealed record DurableRequest<TIn, TOut>(FlowPlan Plan, RunOptions Options, bool KeepsResults)
{
    internal TIn Input { get; init; } = default!;

    /// <summary>Whether the caller has nothing of the run before its end, and hears then what its making failed with.</summary>
    internal bool IsAwaited { get; init; }

    /// <summary>The run's first record, if it is a new one.</summary>
    internal required RunStartedRecord Start { get; init; }

    /// <summary>Checks that a run that is there is the one that is asked for.</summary>
    /// <param name="found">Its first record.</param>
    /// <param name="isStart">Whether its input is to be the same too.</param>
    /// <exception cref="RunConflictException">It is one of another workflow, or with another input.</exception>
    /// <exception cref="FlowChangedException">The workflow is not what it was when the run was started.</exception>
    internal void CheckSame(RunStartedRecord found, bool isStart)
    {
        if (found.Workflow != Start.Workflow)
        {
            throw Conflict(found);
        }

        StructureDiff.ThrowIfChanged(found.Structure, Plan.Structure, Start.RunId, found.Workflow);
        if (isStart && !InputOf(found).SequenceEqual(Start.Input.Span))
        {
            throw Conflict(found);
        }
    }

    internal RunConflictException Conflict(RunStartedRecord found) => found.Workflow == Start.Workflow
        ? new RunConflictException(Start.RunId, $"a run of {found.Workflow}", $"one of {found.Workflow} with the input given now")
        : new RunConflictException(Start.RunId, $"a run of {found.Workflow}", $"one of {Start.Workflow}");

    // An older program wrote fewer members than this one compares.
    private ReadOnlySpan<byte> InputOf(RunStartedRecord found) => found.Structure == Start.Structure
        ? found.Input.Span
        : PayloadSerializer.Serialize(PayloadSerializer.Deserialize<TIn>(found.Input.Span));
}
