using Graflow.Channels;
using Graflow.CompilerServices;
using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>Tells a run's events from its journal, with their times, as they were told while it ran.</summary>
internal sealed class JournalEvents
{
    private readonly RunHistory _history;
    private readonly Dictionary<int, JournalFrame?> _frames = [];
    private readonly Dictionary<string, TaskFailure> _failures = new(StringComparer.Ordinal);

    /// <param name="history">The run's history.</param>
    /// <param name="plan">The plan of its workflow.</param>
    internal JournalEvents(RunHistory history, FlowPlan plan)
    {
        _history = history;
        _frames.Add(0, new JournalFrame(plan, FramePlace.Run));
    }

    /// <summary>All events but the run's end.</summary>
    internal IEnumerable<EventRecord> Read()
    {
        yield return new EventRecord(EventKind.RunStarted, default, _history.Start.Time.UtcTicks, Data: _frames[0]!.Plan.TaskIds);
        var channel = new ChannelChanges();
        var changes = new Queue<ChannelMemory>(_history.Channel);
        channel.Read(changes.Dequeue().Steps.Span);
        foreach (var (position, record) in _history.Content.Records.Index().Skip(1))
        {
            while (changes.TryPeek(out var next) && next.Position == position)
            {
                foreach (var change in channel.Read(changes.Dequeue().Steps.Span))
                {
                    yield return new EventRecord(EventKind.ChannelChanged, default, TicksOf(new RecordReader(record)), Data: (change.Key, change.Kind));
                }
            }

            if (Read(record) is { } told)
            {
                yield return told;
            }
        }
    }

    private EventRecord? Read(ReadOnlyMemory<byte> record)
    {
        var reader = new RecordReader(record);
        return reader.Kind switch
        {
            RecordKind.RunResumed => new EventRecord(EventKind.RunResumed, default, TicksOf(reader), Data: reader.Text()),
            RecordKind.SignalReceived => ReadSignal(ref reader),
            RecordKind.TaskStarted or RecordKind.TaskSucceeded or RecordKind.TaskFailed or RecordKind.TaskContinued => ReadTask(ref reader),
            RecordKind.TaskCancelled or RecordKind.TaskSkipped or RecordKind.GroupSettled or RecordKind.MapStarted or RecordKind.WaitOpened or RecordKind.LimitExpired => ReadVertex(ref reader),
            _ => null,
        };
    }

    private EventRecord? ReadTask(ref RecordReader reader)
    {
        var (key, iteration, attempts) = (reader.Key(), reader.Number(), reader.Number());
        if (PlaceOf(key, iteration) is not { } place)
        {
            return null;
        }

        var ticks = TicksOf(reader);
        return reader.Kind switch
        {
            RecordKind.TaskStarted => new EventRecord(EventKind.TaskStarted, place, ticks, attempts, reader.IsAtEnd ? null : reader.Text()),
            RecordKind.TaskSucceeded => new EventRecord(EventKind.TaskSucceeded, place, ticks),
            RecordKind.TaskContinued => ReadContinuation(ref reader, place, ticks),
            _ => ReadFailure(ref reader, place, ticks, attempts),
        };
    }

    private EventRecord? ReadContinuation(ref RecordReader reader, VertexPlace place, long ticks)
    {
        var (owner, _, frame) = (reader.Key(), reader.Number(), reader.Number());
        var target = frame == 0 ? (PlaceOf(owner, iteration: 0)?.Vertex as ITaskVertex)?.Node : FrameOf(frame)?.Target;
        return target is null ? null : new EventRecord(EventKind.TaskContinued, place, ticks, place.Iteration + 1, target);
    }

    private EventRecord ReadFailure(ref RecordReader reader, VertexPlace place, long ticks, int attempts)
    {
        var isOfFrame = ((SuccessFlags)reader.Byte()).HasFlag(SuccessFlags.OfFrame);
        var retryAt = reader.ULong();
        var path = place.ToString();
        var failure = isOfFrame
            ? new TaskFailure(reader.Text() ?? path, reader.Number(), FailureRecord.Read(reader.Rest()))
            : new TaskFailure(path, attempts, FailureRecord.Read(reader.Rest()));
        _failures[failure.TaskId] = failure;
        return new EventRecord(EventKind.TaskFailed, place, ticks, Data: (failure, retryAt == 0 ? (TimeSpan?)null : TimeSpan.FromTicks((long)retryAt - ticks)));
    }

    private EventRecord? ReadVertex(ref RecordReader reader)
    {
        var key = reader.Key();
        var ticks = TicksOf(reader);
        var iteration = reader.Kind is RecordKind.TaskCancelled ? reader.Number() : 0;
        if (PlaceOf(key, iteration) is not { } place)
        {
            return null;
        }

        return reader.Kind switch
        {
            RecordKind.TaskCancelled => new EventRecord(EventKind.TaskCancelled, place, ticks),
            RecordKind.TaskSkipped => new EventRecord(EventKind.TaskSkipped, place, ticks, Data: FailureOf(reader.Text())),
            RecordKind.MapStarted => new EventRecord(EventKind.MapStarted, place, ticks, reader.Number()),
            RecordKind.WaitOpened => ReadWait(ref reader, place, ticks),
            RecordKind.LimitExpired => place.Vertex is IWaitVertex ? new EventRecord(EventKind.TaskSucceeded, place, ticks) : null,
            _ => ReadGroup(ref reader, place, ticks),
        };
    }

    private static EventRecord ReadWait(ref RecordReader reader, VertexPlace place, long ticks)
    {
        _ = (reader.Number(), reader.Text(), reader.Text());
        var due = reader.ULong();
        return new EventRecord(EventKind.WaitStarted, place, ticks, Data: due == 0 ? null : new DateTimeOffset((long)due, TimeSpan.Zero));
    }

    private EventRecord ReadGroup(ref RecordReader reader, VertexPlace place, long ticks)
    {
        var (hasFailed, succeeded) = (reader.Byte(), reader.Number());
        var failed = new List<BranchResult>();
        for (var count = reader.Number(); count > 0; count--)
        {
            failed.Add(new BranchResult(reader.Number(), reader.Text() ?? "", FailureOf(reader.Text())));
        }

        if (hasFailed != 0)
        {
            var path = place.ToString();
            _failures[path] = new BranchVerdict(failed, SucceededOf(place, failed, succeeded)).ToFailure(path);
        }

        return new EventRecord(EventKind.GroupSettled, place, ticks, (succeeded << 1) | hasFailed, failed);
    }

    private static List<BranchResult> SucceededOf(VertexPlace place, List<BranchResult> failed, int count)
    {
        var branches = Enumerable.Range(0, failed.Count + count).Except(failed.Select(static branch => branch.Index));
        return [.. branches.Select(index => new BranchResult(index, PathOf(index), null))];

        string PathOf(int index) => place.Vertex switch
        {
            MapVertex map => new FramePlace.Element(place.Frame, index).PathOf(map.Body.Vertices[map.Body.Output].Id),
            _ => $"{index}",
        };
    }

    private EventRecord ReadSignal(ref RecordReader reader)
    {
        _ = reader.Text();
        return new EventRecord(EventKind.SignalReceived, default, TicksOf(reader), Data: (reader.Text() ?? "", reader.Text()));
    }

    private TaskFailure? FailureOf(string? path) => path is null ? null : _failures.GetValueOrDefault(path);

    private long TicksOf(in RecordReader reader) => (_history.Start.Time + reader.Elapsed).UtcTicks;

    private VertexPlace? PlaceOf(VertexKey key, int iteration) =>
        FrameOf(key.Frame) is { } frame && key.Vertex < frame.Plan.Vertices.Length ? new VertexPlace(frame.Place, frame.Plan.Vertices[key.Vertex], iteration) : null;

    // Frames nest without end where a run went astray: from the outermost one on, without recursion.
    private JournalFrame? FrameOf(int number)
    {
        var open = new Stack<int>();
        for (var frame = number; !_frames.ContainsKey(frame); frame = _history.FrameOf(frame)?.Parent.Frame ?? 0)
        {
            open.Push(frame);
        }

        while (open.TryPop(out var frame))
        {
            _frames.Add(frame, Find(frame));
        }

        return _frames[number];
    }

    /// <returns>Null where this program does not have what ran there.</returns>
    private JournalFrame? Find(int number)
    {
        if (_history.FrameOf(number) is not { } memory || PlaceOf(memory.Parent, iteration: 0) is not { } parent)
        {
            return null;
        }

        if (memory.Target is not { } bytes)
        {
            return parent.Vertex is MapVertex map ? new JournalFrame(map.Body, new FramePlace.Element(parent.Frame, memory.Index)) : null;
        }

        var place = memory.Spawner is { } spawner
            ? (FramePlace)new FramePlace.RecordedSide(parent.Frame, spawner, memory.Index)
            : new FramePlace.Continuation(parent, memory.Index);
        try
        {
            var reader = new PayloadReader(bytes.Span);
            var target = NextTransfer.Read(ref reader, output: null);
            return new JournalFrame(target.Plan, place) { Target = target.Executable };
        }
        catch (GraflowException)
        {
            return null;
        }
    }
}
