using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>What a caller asks for: a new run, or to go on with one.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Expression">Its expression.</param>
/// <param name="Options">How the run differs.</param>
/// <param name="KeepsResults">Whether events and results are kept.</param>
internal sealed record DurableRequest<TIn, TOut>(IExecutable<TIn, TOut> Flow, FlowExpression Expression, RunOptions Options, bool KeepsResults)
{
    internal TIn Input { get; init; } = default!;

    internal FlowPlan Plan { get; set; } = null!;

    /// <summary>The run's first record, if it is a new one.</summary>
    internal RunStartedRecord Start { get; set; } = null!;
}
