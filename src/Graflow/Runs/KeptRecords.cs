using Graflow.Logs;

namespace Graflow.Runs;

/// <summary>Which records of a run stay when tasks of it, and all that follows from them, are to run again.</summary>
internal sealed class KeptRecords(FlowPlan plan)
{
    private readonly HashSet<int> _tasks = [];
    private readonly Dictionary<int, HashSet<int>> _elements = [];
    private readonly HashSet<int> _dropped = [];
    private readonly HashSet<int> _frames = [0];
    private readonly HashSet<int> _failed = [];
    private readonly HashSet<int> _framesAgain = [];
    private readonly HashSet<VertexKey> _ended = [];
    private readonly HashSet<string> _answersToAskAgain = [];
    private bool _taskBegan;

    /// <summary>A task of the flow itself runs again.</summary>
    internal void RunAgain(Vertex task)
    {
        _tasks.Add(task.Index);
        Drop(task.Index);
    }

    /// <summary>An element of a <c>ForEach</c> runs again, and with it those that failed: without them, what follows would get nowhere. Those that succeeded stay.</summary>
    internal void RunAgain(MapVertex map, int element)
    {
        if (!_elements.TryGetValue(map.Index, out var elements))
        {
            _elements.Add(map.Index, elements = []);
            foreach (var successor in plan.SuccessorsOf(map.Index))
            {
                Drop(successor);
            }
        }

        elements.Add(element);
    }

    /// <param name="records">All records of the run that has ended.</param>
    /// <param name="start">The new run's first record.</param>
    /// <param name="input">The task that gets another input in place of its own, and that; null leaves all.</param>
    internal List<ReadOnlyMemory<byte>> Of(IReadOnlyList<ReadOnlyMemory<byte>> records, RunStartedRecord start, (int Task, byte[] Value)? input)
    {
        RunAgain(RecordedFailures.Of(plan, records));
        var later = records.Skip(1).ToList();
        later.ForEach(record => AddFailedElements(new RecordReader(record)));
        later.ForEach(record => Look(new RecordReader(record)));
        List<ReadOnlyMemory<byte>> kept = [RecordOf(RecordKind.RunStarted, start.Write)];
        kept.AddRange(later.Where(record => IsKept(new RecordReader(record), input?.Task)).Select(AtStart));
        if (input is { } replaced)
        {
            kept.Add(RecordOf(RecordKind.InputReplaced, (in RecordWriter writer) =>
            {
                writer.Key(new VertexKey(0, replaced.Task));
                writer.Rest(replaced.Value);
            }));
        }

        return kept;
    }

    /// <summary>What kept the run from succeeding would keep the new one from it, whichever tasks run again.</summary>
    private void RunAgain(RecordedFailures failures)
    {
        foreach (var vertex in failures.Vertices)
        {
            _failed.Add(vertex.Index);
            Drop(vertex.Index);
        }

        foreach (var (map, element) in failures.Maps.SelectMany(static failed => failed.Elements.Select(element => (failed.Map, element))))
        {
            RunAgain(map, element);
        }

        _framesAgain.UnionWith(failures.SideTasks);
    }

    private void Drop(int vertex)
    {
        var open = new Stack<int>([vertex]);
        while (open.TryPop(out var next))
        {
            if (_dropped.Add(next))
            {
                if (plan.Vertices[next] is ITaskVertex { Join: { } join })
                {
                    _dropped.Add(join.Index);
                }

                foreach (var successor in plan.SuccessorsOf(next))
                {
                    open.Push(successor);
                }
            }
        }
    }

    private void AddFailedElements(RecordReader reader)
    {
        if (reader.Kind == RecordKind.GroupSettled && GroupParts.Read(ref reader) is var settled)
        {
            ElementsOf(settled.Group)?.UnionWith(settled.Failed);
        }
    }

    /// <summary>Finds the frames that stay, what ended in them, and the answers to waits that will wait again.</summary>
    private void Look(RecordReader reader)
    {
        switch (reader.Kind)
        {
            case RecordKind.FrameOpened:
                var frame = reader.Number();
                if (IsKeptFrame(ref reader))
                {
                    _frames.Add(frame);
                }

                break;
            case RecordKind.TaskSucceeded:
                LookAt(SuccessParts.Read(ref reader));
                break;
            case RecordKind.TaskFailed:
                if (FailureParts.Read(ref reader) is { IsFinal: true, Task: var failed })
                {
                    _ended.Add(failed);
                }

                break;
            case RecordKind.TaskContinued:
                LookAt(ContinuationParts.Read(ref reader));
                break;
        }
    }

    private void LookAt(in SuccessParts success)
    {
        if (!IsKept(success.Task))
        {
            _answersToAskAgain.Add(success.Signal ?? "");
            return;
        }

        _ended.Add(success.Task);
        KeepSideTasks(success.Effects);
    }

    private void LookAt(in ContinuationParts continuation)
    {
        if (IsKept(continuation.Task))
        {
            _frames.Add(continuation.Frame);
            KeepSideTasks(continuation.Effects);
        }
    }

    private void KeepSideTasks(in EffectParts effects) => _frames.UnionWith(effects.SideTasks.Select(static task => task.Frame).Except(_framesAgain));

    private bool IsKept(VertexKey key) => _frames.Contains(key.Frame) && (key.Frame != 0 || !_dropped.Contains(key.Vertex));

    private bool IsKeptFrame(ref RecordReader reader)
    {
        var (map, element) = (reader.Key(), reader.Number());
        return IsKept(map) && !(ElementsOf(map)?.Contains(element) ?? false);
    }

    /// <summary>Of a <c>ForEach</c> some of whose elements run again, those; else null.</summary>
    private HashSet<int>? ElementsOf(VertexKey map) => map.Frame == 0 ? _elements.GetValueOrDefault(map.Vertex) : null;

    private bool IsTask(VertexKey key) => key.Frame == 0 && _tasks.Contains(key.Vertex);

    private bool IsKept(RecordReader reader, int? taskWithInput)
    {
        switch (reader.Kind)
        {
            case RecordKind.RunResumed or RecordKind.RunSuspended or RecordKind.RunSucceeded or RecordKind.RunFailed or RecordKind.RunCancelled:
                return false;
            case RecordKind.ChannelChanged:
                return !_taskBegan;
            case RecordKind.SignalReceived:
                return !_answersToAskAgain.Contains(reader.Text() ?? "");
            case RecordKind.StructureAdded:
                return true;
            case RecordKind.FrameOpened:
                reader.Number();
                return IsKeptFrame(ref reader);
            case RecordKind.GroupSettled:
                var group = reader.Key();
                return IsKept(group) && ElementsOf(group) is null;
            case RecordKind.InputReplaced:
                var replaced = reader.Key();
                return replaced.Vertex != taskWithInput && (_tasks.Contains(replaced.Vertex) || _failed.Contains(replaced.Vertex) || IsKept(replaced));
            default:
                var key = reader.Key();
                _taskBegan |= IsTask(key);
                // A start without an end would count as a process that died of the task.
                return IsKept(key) && (reader.Kind != RecordKind.TaskStarted || _ended.Contains(key));
        }
    }

    /// <summary>The same record, as of the new run's start: what it tells did not happen in this run.</summary>
    private static ReadOnlyMemory<byte> AtStart(ReadOnlyMemory<byte> record)
    {
        var reader = new RecordReader(record);
        var rest = reader.Rest();
        return RecordOf(reader.Kind, (in RecordWriter writer) => writer.Rest(rest.Span));
    }

    private static ReadOnlyMemory<byte> RecordOf(RecordKind kind, WriteRecord write)
    {
        using var record = RecordWriter.Begin(kind, TimeSpan.Zero);
        write(record);
        return record.Written.ToArray();
    }

    private delegate void WriteRecord(in RecordWriter writer);
}
