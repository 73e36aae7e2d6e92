using Graflow.Telemetry;
using Microsoft.Extensions.Logging;

namespace Graflow.Engine;

/// <summary>What is the same for everything in one run: its engine, options, id and channel.</summary>
internal sealed class RunScope(WorkflowEngine engine, RunOptions options, Execution execution, FlowPlan plan)
{
    private RunChannel? _channel;
    private RunWaits? _waits;
    private string? _runId = options.RunId;
    private int _hasEnded;
    private int _pausing;
    private int _sideTasks;

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
    internal string RunId => _runId ?? CreateId();

    /// <summary>What advances the run.</summary>
    internal RunDriver Driver { get; set; } = null!;

    /// <summary>What the run waits for; made when first asked for.</summary>
    internal RunWaits Waits => _waits ?? Interlocked.CompareExchange(ref _waits, new RunWaits(this), null) ?? _waits;

    /// <summary>Whether something is waited for, and nothing of it is about to go on.</summary>
    internal bool IsParked => Volatile.Read(ref _waits) is { IsParked: true };

    /// <summary>Whether side tasks are under way.</summary>
    internal bool HasSideTasks => Volatile.Read(ref _sideTasks) != 0;

    internal void AddSideTask() => Interlocked.Increment(ref _sideTasks);

    internal void EndSideTask() => Interlocked.Decrement(ref _sideTasks);

    /// <summary>Whether tasks pause.</summary>
    internal bool HasPauses => Volatile.Read(ref _pausing) != 0;

    /// <summary>A task pauses without a thread, and goes on by itself: the run does not wait for anybody.</summary>
    internal void Pause() => Interlocked.Increment(ref _pausing);

    /// <summary>A pause is over, and what paused is ready or running.</summary>
    internal void EndPause() => Interlocked.Decrement(ref _pausing);

    /// <summary>Whether the run is over, so that nothing must begin to wait any more.</summary>
    internal bool HasEnded => Volatile.Read(ref _hasEnded) != 0;

    /// <summary>Tells everyone that the run ended: watchers of the channel, observers, traces, the log.</summary>
    internal void End(RunCompletion completion)
    {
        // Said before it is looked who waits and who knows the id: those who come now look the other way round.
        Interlocked.Exchange(ref _hasEnded, 1);
        _waits?.End();

        // After the last signal that the run takes.
        if (Durable?.End(completion) is { } failure)
        {
            completion.Capture(failure);
        }

        if (_runId is { } id)
        {
            Engine.Live.Remove(id, this);
        }

        _channel?.Complete();
        Recorder?.RunEnded(completion, Durable?.EndedAt);
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
        if (Options.RunId is { } id)
        {
            Engine.Live.Add(id, this);
        }

        Recorder?.RunStarted(Plan);
        if (Logger.IsEnabled(LogLevel.Debug))
        {
            Log.RunStarted(Logger, RunId, Workflow);
        }
    }

    private string CreateId()
    {
        // Whoever reads the id must find the run by it.
        var id = Guid.CreateVersion7(Time.GetUtcNow()).ToString("N");
        Engine.Live.Add(id, this);
        var known = Interlocked.CompareExchange(ref _runId, id, null);
        if (known is not null || HasEnded)
        {
            Engine.Live.Remove(id, this);
        }

        return known ?? id;
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
