using Graflow.CompilerServices;
using Graflow.Logs;

namespace Graflow.Engine;

internal sealed partial class DurableRun
{
    private readonly List<VertexState> _parked = [];
    private readonly List<Action> _timers = [];

    /// <summary>A vertex that has to run waits until all that is known was taken from the history; only on the thread that replays.</summary>
    internal void Park(VertexState vertex) => _parked.Add(vertex);

    /// <summary>Starts a timer now, or, during a replay, once it is over.</summary>
    internal void StartWhenLive(Action start)
    {
        if (IsReplaying)
        {
            _timers.Add(start);
        }
        else
        {
            start();
        }
    }

    /// <summary>Whether a vertex ended before the resume, so that nobody can take it out of the run any more.</summary>
    internal bool HasSettled(VertexState vertex) => IsReplaying && Recall(vertex) is { } memory && (memory.End is not null || (memory.HasExpired && vertex.Vertex is IWaitVertex));

    /// <summary>Where a vertex stands among the others that are ready during a replay.</summary>
    internal int OrderOf(VertexState vertex)
    {
        var position = Recall(vertex)?.Position;
        return vertex.IsHeldByReplay ? position ?? int.MaxValue : position is { } known && known != int.MaxValue ? known : -1;
    }

    /// <summary>All that is known was taken from the history: what is left to do begins.</summary>
    internal void EndReplay(RunDriver driver)
    {
        var process = $"{Environment.ProcessId}@{Environment.MachineName}";
        using (var record = Begin(RecordKind.RunResumed))
        {
            record.Text(process);
            Append(record);
        }

        driver.Recorder?.RunResumed(process);

        IsReplaying = false;
        if (driver.EndIfLate(Elapsed))
        {
            return;
        }

        if (History!.Channel.Exists(static changes => changes.Steps.Length > 0))
        {
            // On one thread: a second channel that two bodies made at once would let keys expire that the first one keeps.
            _ = driver.Scope.Channel;
        }

        Open();
        _timers.ForEach(static start => start());
        _timers.Clear();
        driver.Release(_parked);
        _parked.Clear();
    }

    /// <summary>Reads what ran in a frame, and holds its structure against what it was.</summary>
    /// <exception cref="FlowChangedException">It is another one now.</exception>
    internal NextTarget ReadTarget(int frame, ReadOnlyMemory<byte> bytes, Type? output)
    {
        var reader = new PayloadReader(bytes.Span);
        var target = NextTransfer.Read(ref reader, output);
        if (History!.FrameOf(frame)?.Structure is { } recorded)
        {
            StructureDiff.ThrowIfChanged(recorded, target.Plan.Structure, History.Start.RunId, target.Executable.ToString()!);
        }

        return target;
    }

    /// <summary>What happened before cannot be taken from the history: nothing is lost, and nothing goes on.</summary>
    /// <returns>Null where the run is not being replayed.</returns>
    internal RunLogException? ReplayFailure(VertexState? vertex, Exception exception) => IsReplaying
        ? new RunLogException($"Run {History!.Start.RunId} cannot go on: {vertex?.Path ?? "its flow"} could not take up what its journal tells: {ExceptionText.MessageOf(exception)} Nothing was changed: resume it with a program that has the types and tasks it was started with.", exception)
        : null;

    /// <summary>The side tasks that a frame waits for, from before the resume, are started again.</summary>
    internal void StartSideTasks(Worker worker, Frame frame)
    {
        if (!IsReplaying || frame.Number < 0)
        {
            return;
        }

        foreach (var task in History!.SideTasksOf(frame.Number))
        {
            SideTask.Restart(worker, frame, task);
        }
    }
}
