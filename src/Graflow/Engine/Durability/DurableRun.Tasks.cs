using Graflow.CompilerServices;
using Graflow.Logs;

namespace Graflow.Engine;

internal sealed partial class DurableRun
{
    /// <summary>An attempt begins. What was next when an earlier process died is safe before its body runs, so that a body that kills its process is counted.</summary>
    /// <param name="task">The task.</param>
    /// <param name="iteration">Its iteration.</param>
    /// <param name="attempt">The attempt, from 1.</param>
    /// <param name="wasNext">Whether the task was next when the replay was over.</param>
    /// <returns>Whether the body may run at once.</returns>
    internal bool TaskStarted(VertexState task, int iteration, int attempt, bool wasNext)
    {
        using var record = BeginTask(RecordKind.TaskStarted, task, iteration, attempt);
        Append(record, lazy: !wasNext);
        return !wasNext || IsCommitted;
    }

    /// <summary>A worker of a fleet has begun an attempt, which its queue counts.</summary>
    /// <param name="task">The task.</param>
    /// <param name="number">Its iteration, and which attempt.</param>
    /// <param name="at">When it began, by the clock of this process.</param>
    /// <param name="worker">Who did.</param>
    internal void TaskTaken(VertexState task, (int Iteration, int Attempt) number, DateTimeOffset at, string worker)
    {
        var key = KeyOf(task);
        using var record = RecordWriter.Begin(RecordKind.TaskStarted, at - _started);
        record.Key(key);
        record.Number(number.Iteration);
        record.Number(number.Attempt);
        record.Text(worker);
        Append(record, lazy: true);
    }

    /// <summary>How many processes died while they ran an attempt, if there were so many that it is not begun again; else null.</summary>
    internal int? DeliveriesOf(VertexState task, int iteration, int attempt) =>
        Recall(task)?.Delivery is { } known && known.Count >= _driver!.Scope.Engine.Pools.MaxDeliveries && known.Iteration == iteration && known.Attempt == attempt ? known.Count : null;

    /// <summary>A task has its value.</summary>
    /// <exception cref="NotSerializableException">The value has no codec, or what the task asked for cannot be written.</exception>
    internal void TaskSucceeded<TOut>(VertexState task, int iteration, int attempts, TOut value, TaskEffects? effects, string? signalId = null)
    {
        var flags = (effects is null ? SuccessFlags.None : SuccessFlags.Effects) | (signalId is null ? SuccessFlags.None : SuccessFlags.Signal);
        using var record = BeginTask(RecordKind.TaskSucceeded, task, iteration, attempts);
        record.Byte((byte)flags);
        if (signalId is not null)
        {
            record.Text(signalId);
        }

        if (effects is null)
        {
            record.Value(value);
            Append(record);
            return;
        }

        record.Block(value, static (writer, value) => writer.Value(value));
        Append(record, effects);
    }

    /// <summary>The frame that a task continued with ended, and the task with it.</summary>
    internal void TaskEndedByFrame(VertexState task, int iteration, TaskFailure? failure)
    {
        if (Recall(task)?.End is not null)
        {
            return;
        }

        using var record = BeginTask(failure is null ? RecordKind.TaskSucceeded : RecordKind.TaskFailed, task, iteration, attempts: 0);
        record.Byte((byte)SuccessFlags.OfFrame);
        if (failure is not null)
        {
            record.Number(0);
            record.Text(failure.TaskId);
            record.Number(failure.Attempts);
            FailureRecord.Write(record, failure.Exception!);
        }

        Append(record);
    }

    /// <summary>A task failed for good.</summary>
    internal void TaskFailed(VertexState task, int iteration, TaskFailure failure)
    {
        if (Recall(task)?.End is not null)
        {
            return;
        }

        using var record = BeginTask(RecordKind.TaskFailed, task, iteration, failure.Attempts);
        record.Byte((byte)SuccessFlags.None);
        record.Number(0);
        FailureRecord.Write(record, failure.Exception!);
        Append(record);
    }

    /// <summary>An attempt failed, and another one follows.</summary>
    internal void AttemptFailed(VertexState task, int iteration, int attempt, Exception exception, TimeSpan delay)
    {
        using var record = BeginTask(RecordKind.TaskFailed, task, iteration, attempt);
        record.Byte((byte)SuccessFlags.None);
        record.Time(_time.GetUtcNow() + delay);
        FailureRecord.Write(record, exception);
        Append(record);
    }

    /// <summary>A task asked for something to run in its place, or in the place of the task whose frame it ends.</summary>
    /// <exception cref="NotSerializableException">What runs next cannot be written, or its input has no codec.</exception>
    internal void TaskContinued(VertexState task, int iteration, int attempts, in ContinuationRequest request, TaskEffects? effects)
    {
        using var record = BeginTask(RecordKind.TaskContinued, task, iteration, attempts);
        record.Key(KeyOf(request.Owner));
        record.Number(request.Iteration);
        record.Number(request.Frame);
        if (request.Frame == 0)
        {
            record.Block(request, static (writer, request) => ((IContinuation)request.Owner).WriteInput(writer, request.Target));
            record.Number(0);
            record.Bytes([]);
        }
        else
        {
            WriteTarget(record, request.Target);
        }

        Append(record, effects ?? TaskEffects.None);
        CompactIfDue();
    }

    /// <summary>Writes what runs next with its input, the structure of its plan, and the values that are bound in it.</summary>
    internal void WriteTarget(in RecordWriter record, NextTarget target)
    {
        record.Block(target, static (writer, target) =>
        {
            var payload = new PayloadWriter(writer.Buffer);
            NextTransfer.Write(ref payload, target);
            payload.Flush();
        });
        DurableCheck.Run(target.Plan);
        record.Number(NumberOf(target.Plan.Structure));
        record.Bytes(BoundValues.Write(target.Plan));
    }

    // The same few flows are continued with again and again: their structures are written once.
    private int NumberOf(PlanStructure structure)
    {
        lock (_structures)
        {
            if (_structures.TryGetValue(structure.Text, out var known))
            {
                return known;
            }

            var number = _structures.Count + 1;
            using var record = Begin(RecordKind.StructureAdded);
            record.Number(number);
            record.Text(structure.Text);
            Append(record, lazy: true);
            _structures.Add(structure.Text, number);
            return number;
        }
    }

    /// <summary>A task or a wait was taken out of the run.</summary>
    internal void TaskCancelled(VertexState task)
    {
        if (task.IsHeldByReplay && !IsReplaying)
        {
            using var record = Begin(RecordKind.TaskCancelled);
            record.Key(KeyOf(task));
            record.Number(task.Place.Iteration);
            Append(record, lazy: true);
        }
    }

    /// <summary>A task never ran, because something before it has no value.</summary>
    internal void TaskSkipped(VertexState task)
    {
        if (task.Vertex is ITaskVertex && !IsReplaying)
        {
            using var record = Begin(RecordKind.TaskSkipped);
            record.Key(KeyOf(task));
            record.Text(task.Failure?.TaskId);
            Append(record, lazy: true);
        }
    }

    private RecordWriter BeginTask(RecordKind kind, VertexState task, int iteration, int attempts)
    {
        var key = KeyOf(task);
        var record = Begin(kind);
        record.Key(key);
        record.Number(iteration);
        record.Number(attempts);
        return record;
    }

    // Writes to the channel are part of the record and applied with it: the channel, under its lock, says what they do.
    private void Append(RecordWriter record, TaskEffects effects)
    {
        effects.WriteSideTasks(record, this);
        if (effects.Writes.Count == 0)
        {
            Append(record);
            return;
        }

        _driver!.Scope.Channel.Commit(effects.Writes, operations =>
        {
            record.Rest(operations);
            Append(record);
        });
    }
}
