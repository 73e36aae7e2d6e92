using Graflow.Channels;
using Graflow.Logs;

namespace Graflow.Runs;

/// <summary>Turns the records of a journal into events, one after the other.</summary>
internal sealed partial class RecordedEvents
{
    private readonly List<RunEvent> _events = [];
    private readonly RecordedFrames _frames;
    private readonly Dictionary<int, string> _structures = [];
    private readonly Dictionary<string, TaskFailure> _failures = new(StringComparer.Ordinal);
    private readonly ChannelChanges _channel = new();
    private readonly HashSet<VertexKey> _delays = [];
    private readonly RunStartedRecord _start;

    private RecordedEvents(RunStartedRecord start)
    {
        _start = start;
        _channel.Read(start.Channel.Span);
        var plan = PlanOf(start);
        _frames = new RecordedFrames(plan);
        _events.Add(new RunStarted { RunId = start.RunId, Sequence = 1, Time = start.Time, Workflow = start.Workflow, Tasks = plan.TaskIds });
    }

    /// <exception cref="RunLogException">The records are none that this version can read.</exception>
    internal static IReadOnlyList<RunEvent> Read(string runId, JournalContent content)
    {
        var events = new RecordedEvents(RunStartedRecord.Of(runId, content));
        for (var i = 1; i < content.Records.Count; i++)
        {
            events.Add(content.Records[i]);
        }

        return events._events;
    }

    private static RecordedPlan PlanOf(RunStartedRecord start) =>
        start.Structure.Length > 0 ? StoredPlan.Parse(start.Structure)
        : ProgramPlan.TryFind(start) is { } plan ? RecordedPlan.Of(plan)
        : RecordedPlan.Unknown;

    private void Add(ReadOnlyMemory<byte> record)
    {
        var reader = new RecordReader(record);
        var time = _start.Time + reader.Elapsed;
        switch (reader.Kind)
        {
            case RecordKind.TaskStarted or RecordKind.TaskSucceeded or RecordKind.TaskContinued or RecordKind.TaskFailed or RecordKind.TaskCancelled or RecordKind.TaskSkipped:
                AddTask(ref reader, time);
                break;
            case RecordKind.FrameOpened:
                _frames.OpenElement(reader.Number(), reader.Key(), reader.Number());
                break;
            case RecordKind.StructureAdded:
                _structures[reader.Number()] = reader.Text() ?? "";
                break;
            case RecordKind.RunResumed:
                Add(new RunResumed { RunId = _start.RunId, Sequence = Next, Time = time, Process = reader.Text() ?? "" });
                break;
            case RecordKind.MapStarted:
                AddMap(ref reader, time);
                break;
            case RecordKind.GroupSettled:
                AddGroup(ref reader, time);
                break;
            case RecordKind.WaitOpened:
                AddWait(ref reader, time);
                break;
            case RecordKind.SignalReceived:
                AddSignal(ref reader, time);
                break;
            case RecordKind.LimitExpired:
                AddExpiry(reader.Key(), time);
                break;
            case RecordKind.ChannelChanged:
                AddChannel(reader.Rest(), time);
                break;
            case RecordKind.RunSucceeded:
                Add(new RunSucceeded { RunId = _start.RunId, Sequence = Next, Time = time });
                break;
            case RecordKind.RunFailed:
                Add(new RunFailed { RunId = _start.RunId, Sequence = Next, Time = time, Error = FailureRecord.Read(reader.Rest()) });
                break;
            case RecordKind.RunCancelled:
                Add(new RunCancelled { RunId = _start.RunId, Sequence = Next, Time = time, Reason = reader.Text() ?? "" });
                break;
        }
    }

    private long Next => _events.Count + 1;

    private void Add(RunEvent happened) => _events.Add(happened);

    private void AddChannel(ReadOnlyMemory<byte> steps, DateTimeOffset time)
    {
        foreach (var (key, change) in _channel.Read(steps.Span))
        {
            Add(new ChannelChanged { RunId = _start.RunId, Sequence = Next, Time = time, Key = key, Change = change });
        }
    }

    private void AddMap(ref RecordReader reader, DateTimeOffset time)
    {
        var key = reader.Key();
        var frame = _frames[key.Frame];
        Add(new MapStarted
        {
            RunId = _start.RunId,
            Sequence = Next,
            Time = time,
            Place = frame.PlaceOf(key.Vertex),
            Elements = reader.Number(),
            BodyTasks = frame.Plan.BodyOf(key.Vertex).OwnTaskIds,
        });
    }

    private void AddGroup(ref RecordReader reader, DateTimeOffset time)
    {
        var (place, hasFailed, succeeded) = (_frames.PlaceOf(reader.Key()), reader.Byte() != 0, reader.Number());
        var failed = new List<BranchResult>();
        for (var count = reader.Number(); count > 0; count--)
        {
            failed.Add(new BranchResult(reader.Number(), reader.Text() ?? "", FailureOf(reader.Text())));
        }

        Add(new GroupSettled
        {
            RunId = _start.RunId,
            Sequence = Next,
            Time = time,
            Place = place,
            HasFailed = hasFailed,
            Succeeded = succeeded,
            Failed = failed,
        });
    }
}
