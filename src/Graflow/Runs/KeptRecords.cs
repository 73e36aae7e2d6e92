using Graflow.Logs;

namespace Graflow.Runs;

/// <summary>Which records of a run stay when one of its tasks, and all that follows from it, is to run again.</summary>
internal sealed class KeptRecords
{
    private readonly int _task;
    private readonly HashSet<int> _dropped = [];
    private readonly HashSet<int> _frames = [0];
    private readonly HashSet<VertexKey> _ended = [];
    private readonly HashSet<string> _answersToAskAgain = [];
    private bool _taskBegan;

    internal KeptRecords(FlowPlan plan, Vertex task)
    {
        _task = task.Index;
        var open = new Stack<int>([task.Index]);
        while (open.TryPop(out var vertex))
        {
            if (_dropped.Add(vertex))
            {
                foreach (var successor in plan.SuccessorsOf(vertex))
                {
                    open.Push(successor);
                }
            }
        }
    }

    private VertexKey Task => new(0, _task);

    /// <param name="records">All records of the run that has ended.</param>
    /// <param name="start">The new run's first record.</param>
    /// <param name="input">What the task gets in place of its own input; null leaves it.</param>
    internal List<ReadOnlyMemory<byte>> Of(IReadOnlyList<ReadOnlyMemory<byte>> records, RunStartedRecord start, byte[]? input)
    {
        var later = records.Skip(1).ToList();
        later.ForEach(record => Look(new RecordReader(record)));
        List<ReadOnlyMemory<byte>> kept = [RecordOf(RecordKind.RunStarted, start.Write)];
        kept.AddRange(later.Where(record => IsKept(new RecordReader(record), hasInput: input is not null)).Select(AtStart));
        if (input is not null)
        {
            kept.Add(RecordOf(RecordKind.InputReplaced, (in RecordWriter writer) =>
            {
                writer.Key(Task);
                writer.Rest(input);
            }));
        }

        return kept;
    }

    /// <summary>Finds the frames that stay, what ended in them, and the answers to waits that will wait again.</summary>
    private void Look(RecordReader reader)
    {
        switch (reader.Kind)
        {
            case RecordKind.FrameOpened:
                var frame = reader.Number();
                if (IsKept(reader.Key()))
                {
                    _frames.Add(frame);
                }

                break;
            case RecordKind.TaskSucceeded:
                LookAtSuccess(ref reader);
                break;
            case RecordKind.TaskFailed:
                LookAtFailure(ref reader);
                break;
            case RecordKind.TaskContinued:
                LookAtContinuation(ref reader);
                break;
        }
    }

    private void LookAtSuccess(ref RecordReader reader)
    {
        var (key, _, _, flags) = (reader.Key(), reader.Number(), reader.Number(), (SuccessFlags)reader.Byte());
        var signal = flags.HasFlag(SuccessFlags.Signal) ? reader.Text() : null;
        if (!IsKept(key))
        {
            _answersToAskAgain.Add(signal ?? "");
            return;
        }

        _ended.Add(key);
        if (flags.HasFlag(SuccessFlags.Effects))
        {
            reader.Block();
            LookAtSideTasks(ref reader);
        }
    }

    private void LookAtFailure(ref RecordReader reader)
    {
        var (key, _, _, _, retryAt) = (reader.Key(), reader.Number(), reader.Number(), reader.Byte(), reader.ULong());
        if (retryAt == 0)
        {
            _ended.Add(key);
        }
    }

    private void LookAtContinuation(ref RecordReader reader)
    {
        var (key, _, _, _, _, frame) = (reader.Key(), reader.Number(), reader.Number(), reader.Key(), reader.Number(), reader.Number());
        if (IsKept(key))
        {
            _frames.Add(frame);
            _ = (reader.Block(), reader.Number(), reader.Bytes());
            LookAtSideTasks(ref reader);
        }
    }

    private void LookAtSideTasks(ref RecordReader reader)
    {
        for (var count = reader.Number(); count > 0; count--)
        {
            _frames.Add(reader.Number());
            _ = (reader.Key(), reader.Number(), reader.Text(), reader.Block(), reader.Number(), reader.Bytes());
        }
    }

    private bool IsKept(VertexKey key) => _frames.Contains(key.Frame) && (key.Frame != 0 || !_dropped.Contains(key.Vertex));

    private bool IsKept(RecordReader reader, bool hasInput)
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
                return IsKept(reader.Key());
            case RecordKind.InputReplaced:
                var replaced = reader.Key();
                return replaced == Task ? !hasInput : IsKept(replaced);
            default:
                var key = reader.Key();
                _taskBegan |= key == Task;
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
