using Graflow.Logs;

namespace Graflow.Runs;

internal sealed partial class RecordedEvents
{
    private void AddTask(ref RecordReader reader, DateTimeOffset time)
    {
        var key = reader.Key();
        switch (reader.Kind)
        {
            case RecordKind.TaskCancelled:
                Add(new TaskCancelled { RunId = _start.RunId, Sequence = Next, Time = time, Place = _frames.PlaceOf(key, reader.Number()) });
                return;
            case RecordKind.TaskSkipped:
                Add(new TaskSkipped { RunId = _start.RunId, Sequence = Next, Time = time, Place = _frames.PlaceOf(key), Failure = FailureOf(reader.Text()) });
                return;
        }

        var (iteration, attempts) = (reader.Number(), reader.Number());
        var place = _frames.PlaceOf(key, iteration);
        switch (reader.Kind)
        {
            case RecordKind.TaskStarted:
                Add(new TaskStarted { RunId = _start.RunId, Sequence = Next, Time = time, Place = place, Attempt = attempts, Worker = reader.IsAtEnd ? null : reader.Text() });
                break;
            case RecordKind.TaskFailed:
                AddFailure(ref reader, time, (place, attempts));
                break;
            case RecordKind.TaskContinued:
                AddContinuation(ref reader, time, place);
                break;
            default:
                Add(new TaskSucceeded { RunId = _start.RunId, Sequence = Next, Time = time, Place = place });
                AddEffectsOfSuccess(ref reader, time);
                break;
        }
    }

    private void AddFailure(ref RecordReader reader, DateTimeOffset time, (VertexPlace Place, int Attempts) task)
    {
        var (flags, retryAt) = ((SuccessFlags)reader.Byte(), reader.ULong());
        var failure = flags.HasFlag(SuccessFlags.OfFrame)
            ? new TaskFailure(reader.Text() ?? "", reader.Number(), FailureRecord.Read(reader.Rest()))
            : new TaskFailure(task.Place.ToString(), task.Attempts, FailureRecord.Read(reader.Rest()));
        _failures[failure.TaskId] = failure;
        Add(new TaskFailed
        {
            RunId = _start.RunId,
            Sequence = Next,
            Time = time,
            Place = task.Place,
            Failure = failure,
            WillRetryAt = retryAt == 0 ? null : new DateTimeOffset((long)retryAt, TimeSpan.Zero),
        });
    }

    private void AddContinuation(ref RecordReader reader, DateTimeOffset time, VertexPlace task)
    {
        var (owner, iteration, frame, target, structure) = (reader.Key(), reader.Number(), reader.Number(), reader.Block(), _structures.GetValueOrDefault(reader.Number()));
        reader.Bytes();
        // Another round of the task itself is told by its input alone.
        var next = frame == 0 ? new RecordedTarget(_frames.PlaceOf(owner).Vertex.Id, RecordedPlan.Unknown) : RecordedTarget.Of(target, structure);
        Add(new TaskContinued { RunId = _start.RunId, Sequence = Next, Time = time, Place = task, Iteration = iteration, Target = next.Text });
        if (frame != 0)
        {
            _frames.OpenContinuation(frame, owner, iteration, next.Plan);
        }

        AddEffects(ref reader, time);
    }

    private void AddEffectsOfSuccess(ref RecordReader reader, DateTimeOffset time)
    {
        var flags = (SuccessFlags)reader.Byte();
        if (flags.HasFlag(SuccessFlags.Signal))
        {
            reader.Text();
        }

        if (flags.HasFlag(SuccessFlags.Effects))
        {
            reader.Block();
            AddEffects(ref reader, time);
        }
    }

    private void AddEffects(ref RecordReader reader, DateTimeOffset time)
    {
        for (var count = reader.Number(); count > 0; count--)
        {
            var (frame, scope, number, spawner) = (reader.Number(), reader.Key(), reader.Number(), reader.Text() ?? "");
            var target = RecordedTarget.Of(reader.Block(), _structures.GetValueOrDefault(reader.Number()));
            reader.Bytes();
            _frames.OpenSideTask(frame, scope, (spawner, number), target.Plan);
        }

        if (!reader.IsAtEnd)
        {
            AddChannel(reader.Rest(), time);
        }
    }

    private TaskFailure? FailureOf(string? path) => path is null ? null : _failures.GetValueOrDefault(path);
}
