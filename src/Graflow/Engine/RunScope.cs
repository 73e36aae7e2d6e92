using Microsoft.Extensions.Logging;

namespace Graflow.Engine;

/// <summary>What is the same for everything in one run: its engine, options, id and channel.</summary>
internal sealed class RunScope(WorkflowEngine engine, RunOptions options, Execution execution, FlowPlan plan)
{
    private RunChannel? _channel;
    private string? _runId = options.RunId;

    internal WorkflowEngine Engine { get; } = engine;

    internal RunOptions Options { get; } = options;

    internal Execution Execution { get; } = execution;

    /// <summary>The flow's name, for events and logs.</summary>
    internal string Workflow => Plan.Name;

    internal FlowPlan Plan { get; } = plan;

    /// <summary>Whether nobody holds on to the driver, so that it can serve another run afterwards.</summary>
    internal bool IsPooled { get; init; }

    internal bool KeepsResults { get; init; }

    internal RunRecorder? Recorder { get; set; }

    internal TimeProvider Time => Engine.Time;

    internal ILogger Logger => Engine.Logger;

    /// <summary>Made when first asked for: most short runs never show it to anybody.</summary>
    internal string RunId => _runId ?? Interlocked.CompareExchange(ref _runId, Guid.CreateVersion7(Time.GetUtcNow()).ToString("N"), null) ?? _runId;

    /// <summary>The run ended: nobody waits for channel changes any more.</summary>
    internal void CompleteChannel() => _channel?.Complete();

    internal RunChannel Channel => _channel ?? Interlocked.CompareExchange(ref _channel, new RunChannel(this), null) ?? _channel;
}
