using Graflow.Telemetry;
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

    /// <summary>The run's journal and memory; null in a run without a log.</summary>
    internal DurableRun? Durable { get; init; }

    /// <summary>Spans and measurements; null while nobody listens.</summary>
    internal RunTelemetry? Telemetry { get; set; }

    internal TimeProvider Time => Engine.Time;

    internal ILogger Logger => Engine.Logger;

    /// <summary>Made when first asked for: most short runs never show it to anybody.</summary>
    internal string RunId => _runId ?? Interlocked.CompareExchange(ref _runId, Guid.CreateVersion7(Time.GetUtcNow()).ToString("N"), null) ?? _runId;

    /// <summary>Tells everyone that the run ended: watchers of the channel, observers, traces, the log.</summary>
    internal void End(RunCompletion completion)
    {
        _channel?.Complete();
        Recorder?.RunEnded(completion);
        Telemetry?.End(completion);
        if (completion.Error is not null || Logger.IsEnabled(LogLevel.Debug))
        {
            LogEnd(completion.Error);
        }
    }

    /// <summary>Writes what the options put into the channel, so that values which cannot be written stop the run before it starts.</summary>
    internal void InitializeChannel()
    {
        if (Options.Channel is not null)
        {
            _ = Channel;
        }
    }

    /// <summary>Tells everyone that the run begins.</summary>
    internal void Start()
    {
        Recorder?.RunStarted(Plan);
        if (Logger.IsEnabled(LogLevel.Debug))
        {
            Log.RunStarted(Logger, RunId, Workflow);
        }
    }

    private void LogEnd(Exception? error)
    {
        switch (error)
        {
            case null:
                Log.RunSucceeded(Logger, RunId);
                break;
            case RunCancelledException cancelled:
                Log.RunCancelled(Logger, RunId, cancelled.Reason);
                break;
            default:
                Log.RunFailed(Logger, RunId, error);
                break;
        }
    }

    internal RunChannel Channel => _channel ?? Interlocked.CompareExchange(ref _channel, new RunChannel(this), null) ?? _channel;
}
