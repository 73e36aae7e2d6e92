namespace Graflow.Logs;

/// <summary>Turns records into events.</summary>
internal static class EventReader
{
    internal static RunEvent Read(in EventRecord record, RunScope scope, long sequence) => record.Kind switch
    {
        EventKind.RunStarted => new RunStarted { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record), Workflow = scope.Workflow, Tasks = (IReadOnlyList<string>)record.Data! },
        EventKind.ChannelChanged => ReadChannel(record, scope, sequence),
        EventKind.RunEnded => ReadEnd(record, scope, sequence),
        EventKind.MapStarted => new MapStarted { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record), Place = record.Place, Elements = record.Number },
        EventKind.GroupSettled => ReadGroup(record, scope, sequence),
        EventKind.TaskStarted => ReadStarted(record, scope, sequence),
        EventKind.TaskSucceeded => new TaskSucceeded { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record), Place = record.Place },
        EventKind.TaskFailed => ReadFailed(record, scope, sequence),
        EventKind.TaskSkipped => new TaskSkipped { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record), Place = record.Place, Failure = (TaskFailure?)record.Data },
        EventKind.TaskCancelled => new TaskCancelled { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record), Place = record.Place },
        EventKind.TaskContinued => new TaskContinued { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record), Place = record.Place, Iteration = record.Number, TargetExecutable = (IExecutable)record.Data! },
        EventKind.TaskLogged => new TaskLogged { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record), Place = record.Place, Stream = (OutputStream)record.Number, Line = (string)record.Data! },
        EventKind.TaskRedelivered => new TaskRedelivered { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record), Place = record.Place, Delivery = record.Number, Reason = (string)record.Data! },
        EventKind.WaitStarted => ReadWait(record, scope, sequence),
        EventKind.RunResumed => new RunResumed { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record), Process = (string?)record.Data ?? "" },
        EventKind.SignalReceived => ReadSignal(record, scope, sequence),
        EventKind.TaskProgressed => ReadProgress(record, scope, sequence),
        _ => throw new InvalidOperationException($"Unknown event {record.Kind}."),
    };

    private static DateTimeOffset TimeOf(in EventRecord record) => new(record.UtcTicks, TimeSpan.Zero);

    private static TaskStarted ReadStarted(in EventRecord record, RunScope scope, long sequence)
    {
        var options = ((ITaskVertex)record.Place.Vertex).Node.EffectiveOptions;
        return new TaskStarted { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record), Place = record.Place, Attempt = record.Number, Queue = options.Queue, Handler = options.Handler, Worker = (string?)record.Data };
    }

    private static TaskFailed ReadFailed(in EventRecord record, RunScope scope, long sequence)
    {
        var (failure, delay) = ((TaskFailure, TimeSpan?))record.Data!;
        return new TaskFailed { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record), Place = record.Place, Failure = failure, WillRetryAt = TimeOf(record) + delay };
    }

    private static TaskProgressed ReadProgress(in EventRecord record, RunScope scope, long sequence)
    {
        var (fraction, text) = ((double, string?))record.Data!;
        return new TaskProgressed { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record), Place = record.Place, Fraction = fraction, Text = text };
    }

    private static GroupSettled ReadGroup(in EventRecord record, RunScope scope, long sequence)
    {
        var failed = (IReadOnlyList<BranchResult>?)record.Data ?? [];
        return new GroupSettled { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record), Place = record.Place, Succeeded = record.Number >> 1, Failed = failed, HasFailed = (record.Number & 1) != 0 };
    }

    private static ChannelChanged ReadChannel(in EventRecord record, RunScope scope, long sequence)
    {
        var (key, change) = ((string, ChannelChangeKind))record.Data!;
        return new ChannelChanged { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record), Key = key, Change = change };
    }

    private static WaitStarted ReadWait(in EventRecord record, RunScope scope, long sequence)
    {
        var wait = (IWaitVertex)record.Place.Vertex;
        return new WaitStarted { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record), Place = record.Place, Name = wait.Name, Key = wait.Key, DueAt = (DateTimeOffset?)record.Data };
    }

    private static SignalReceived ReadSignal(in EventRecord record, RunScope scope, long sequence)
    {
        var (name, key) = ((string, string?))record.Data!;
        return new SignalReceived { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record), Name = name, Key = key };
    }

    private static RunEvent ReadEnd(in EventRecord record, RunScope scope, long sequence) => record.Data switch
    {
        null => new RunSucceeded { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record) },
        RunCancelledException cancelled => new RunCancelled { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record), Reason = cancelled.Reason },
        Exception error and (RunSuspendedException or RunLogException) => new RunSuspended { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record), Error = error },
        var error => new RunFailed { RunId = scope.RunId, Sequence = sequence, Time = TimeOf(record), Error = (Exception)error },
    };
}
