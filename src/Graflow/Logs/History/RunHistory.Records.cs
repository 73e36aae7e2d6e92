namespace Graflow.Logs;

internal sealed partial class RunHistory
{
    private void Add(ReadOnlyMemory<byte> record, int position)
    {
        var reader = new RecordReader(record);
        switch (reader.Kind)
        {
            case RecordKind.RunResumed:
                _process++;
                break;
            case RecordKind.RunSuspended:
                ForgetStarts();
                break;
            case RecordKind.TaskStarted:
                AddStart(ref reader);
                break;
            case RecordKind.TaskSucceeded:
                AddSuccess(ref reader, position);
                break;
            case RecordKind.TaskContinued:
                AddContinuation(ref reader, position);
                break;
            case RecordKind.TaskFailed:
                AddFailure(ref reader, position);
                break;
            case RecordKind.TaskCancelled:
                Of(reader.Key()).End = null;
                break;
            case RecordKind.RunSucceeded or RecordKind.RunFailed or RecordKind.RunCancelled:
                End = new RunEnd(reader.Kind, reader.Elapsed, reader.Rest());
                break;
            default:
                AddDecision(record, ref reader, position);
                break;
        }
    }

    private void AddDecision(ReadOnlyMemory<byte> record, ref RecordReader reader, int position)
    {
        switch (reader.Kind)
        {
            case RecordKind.GroupSettled:
                Of(reader.Key()).Verdict = reader.Byte() != 0;
                break;
            case RecordKind.RaceDecided:
                Of(reader.Key()).Winner = reader.Number();
                break;
            case RecordKind.LimitExpired:
                var limit = Of(reader.Key());
                (limit.HasExpired, limit.Position) = (true, position);
                break;
            case RecordKind.TimerStarted:
                Of(reader.Key()).DueAt = reader.Time();
                break;
            case RecordKind.FrameOpened:
                AddElement(ref reader);
                break;
            case RecordKind.ChannelChanged:
                Channel.Add(new ChannelMemory(position, reader.Rest()));
                break;
            case RecordKind.SignalReceived:
                AddSignal(ref reader);
                break;
            case RecordKind.InputReplaced:
                Of(reader.Key()).Input = reader.Rest();
                break;
            case RecordKind.StructureAdded:
                Structures[reader.Number()] = reader.Text() ?? "";
                break;
            case RecordKind.WaitOpened:
                Of(reader.Key()).HasOpened = true;
                break;
            case RecordKind.Compacted:
                AddLeftOut(CompactedRecord.Read(record));
                break;
            case RecordKind.TaskSkipped or RecordKind.MapStarted:
                break;
            default:
                throw new RunLogException($"The journal of run {Start.RunId} has a record of the kind {(byte)reader.Kind}, which this version of Graflow does not know. Update this program first.");
        }
    }

    private void AddLeftOut(CompactedRecord earlier)
    {
        Steps += earlier.Steps;
        LastFrame = Math.Max(LastFrame, earlier.LastFrame);
        SignalIds.UnionWith(earlier.Signals);
    }

    private void AddStart(ref RecordReader reader)
    {
        var memory = Of(reader.Key());
        var (iteration, attempt) = (reader.Number(), reader.Number());
        var known = memory.Delivery;
        var isSame = known.Iteration == iteration && known.Attempt == attempt;
        memory.Delivery = isSame && known.Process == _process
            ? known
            : new DeliveryMemory(iteration, attempt, isSame ? known.Count + 1 : 1, _process);
    }

    // Whoever was at work when the engine stopped did not die of it.
    private void ForgetStarts()
    {
        foreach (var memory in _vertices.Values)
        {
            if (memory.Delivery is { Count: > 0 } known && known.Process == _process)
            {
                memory.Delivery = known with { Count = known.Count - 1, Process = -1 };
            }
        }
    }

    private void AddSuccess(ref RecordReader reader, int position)
    {
        var memory = Of(reader.Key());
        var (iteration, attempts, flags) = (reader.Number(), reader.Number(), (SuccessFlags)reader.Byte());
        if (flags.HasFlag(SuccessFlags.Signal))
        {
            TakeSignal(reader.Text());
        }

        if (flags.HasFlag(SuccessFlags.OfFrame))
        {
            memory.End = new VertexEnd(HasSucceeded: true, iteration, attempts, IsOfFrame: true, default);
            return;
        }

        ReadOnlyMemory<byte> value;
        if (flags.HasFlag(SuccessFlags.Effects))
        {
            value = reader.Block();
            AddEffects(ref reader, position);
        }
        else
        {
            value = reader.Rest();
        }

        memory.End = new VertexEnd(HasSucceeded: true, iteration, attempts, IsOfFrame: false, value);
        memory.Position = position;
    }

    private void AddFailure(ref RecordReader reader, int position)
    {
        var memory = Of(reader.Key());
        var (iteration, attempts, flags, retryAt) = (reader.Number(), reader.Number(), (SuccessFlags)reader.Byte(), reader.ULong());
        if (retryAt != 0)
        {
            (memory.Iteration, memory.FailedAttempts, memory.RetryAt) = (iteration, attempts, new DateTimeOffset((long)retryAt, TimeSpan.Zero));
            return;
        }

        var isOfFrame = flags.HasFlag(SuccessFlags.OfFrame);
        memory.End = new VertexEnd(HasSucceeded: false, iteration, attempts, isOfFrame, reader.Rest());
        if (!isOfFrame)
        {
            memory.Position = position;
        }
    }

    /// <summary>What a task asked for begins the next iteration of the task itself, or of the one whose frame it ended.</summary>
    private void AddContinuation(ref RecordReader reader, int position)
    {
        _ = (reader.Key(), reader.Number(), reader.Number());
        var owner = reader.Key();
        var (iteration, frame, target) = (reader.Number(), reader.Number(), reader.Block());
        var (structure, bound) = (StructureAt(reader.Number()), reader.Bytes());
        var memory = Of(owner);
        memory.Continuation = new ContinuationMemory(iteration, frame, target);
        memory.Position = position;
        Steps++;
        if (frame != 0)
        {
            Open(frame, new FrameMemory(owner, iteration, bound, structure) { Target = target });
        }

        AddEffects(ref reader, position);
    }

    private void AddEffects(ref RecordReader reader, int position)
    {
        for (var count = reader.Number(); count > 0; count--)
        {
            var task = new SideTaskMemory(reader.Number(), reader.Key(), reader.Number(), reader.Text() ?? "", reader.Block());
            var (structure, bound) = (StructureAt(reader.Number()), reader.Bytes());
            if (!_sideTasks.TryGetValue(task.Scope.Frame, out var tasks))
            {
                _sideTasks.Add(task.Scope.Frame, tasks = []);
            }

            tasks.Add(task);
            Open(task.Frame, new FrameMemory(task.Scope, task.Number, bound, structure) { Target = task.Target, Spawner = task.Spawner });
            Steps++;
        }

        if (!reader.IsAtEnd)
        {
            Channel.Add(new ChannelMemory(position, reader.Rest()));
        }
    }

    private string? StructureAt(int number) => number == 0 ? null
        : Structures.TryGetValue(number, out var structure) ? structure
        : throw new RunLogException($"The journal names a structure by the number {number} and does not have it. It was put together from parts of another one: restore it, or delete the run.");

    private void AddElement(ref RecordReader reader)
    {
        var (frame, parent, index) = (reader.Number(), reader.Key(), reader.Number());
        _elements[(parent, index)] = frame;
        Open(frame, new FrameMemory(parent, index, default, null));
    }

    private void Open(int frame, FrameMemory memory)
    {
        _frames[frame] = memory;
        LastFrame = Math.Max(LastFrame, frame);
    }

    private void AddSignal(ref RecordReader reader)
    {
        var signal = new Signal(reader.Text() ?? "", reader.Text() ?? "", reader.Text(), reader.Text() ?? "", reader.Rest());
        if (SignalIds.Add(signal.Id))
        {
            PendingSignals.Add(signal);
        }
    }

    private void TakeSignal(string? id) => PendingSignals.RemoveAll(signal => signal.Id == id);
}
