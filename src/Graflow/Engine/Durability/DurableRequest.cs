using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>What a caller asks for: a new run, or to go on with one.</summary>
/// <param name="Plan">The flow's plan.</param>
/// <param name="Options">How the run differs.</param>
/// <param name="KeepsResults">Whether events and results are kept.</param>
internal sealed record DurableRequest<TIn, TOut>(FlowPlan Plan, RunOptions Options, bool KeepsResults)
{
    internal TIn Input { get; init; } = default!;

    /// <summary>The run's first record, if it is a new one.</summary>
    internal required RunStartedRecord Start { get; init; }
}
