using Graflow.Logs;

namespace Graflow.Engine;

internal sealed partial class DurableRun
{
    /// <summary>When a vertex's timer is due: as it was recorded, or from now on, and then recorded.</summary>
    internal DateTimeOffset StartTimer(VertexState vertex, TimeSpan after)
    {
        if (Recall(vertex)?.DueAt is { } known)
        {
            return known;
        }

        var dueAt = _time.GetUtcNow().AddOrMax(after);
        using var record = Begin(RecordKind.TimerStarted);
        record.Key(KeyOf(vertex));
        record.Time(dueAt);

        // Not lazy: nothing else may be written for as long as the run waits.
        Append(record);
        return dueAt;
    }

    /// <summary>A wait or a delay began.</summary>
    /// <returns>Whether that is news; false when it had begun before the resume.</returns>
    internal bool WaitOpened(VertexState wait, Parking parking)
    {
        if (Recall(wait)?.HasOpened == true)
        {
            return false;
        }

        using var record = Begin(RecordKind.WaitOpened);
        record.Key(KeyOf(wait));
        record.Number(0);
        record.Text(parking.Name);
        record.Text(parking.Name is null ? null : parking.Key);
        record.Number((ulong)(parking.DueAt?.UtcTicks ?? 0));
        record.Text(((IWaitVertex)wait.Vertex).ValueType.ToString());
        Append(record);
        return true;
    }

    /// <summary>A branch won its race, before the others are told.</summary>
    internal void RaceDecided(VertexState race, int winner)
    {
        if (Recall(race)?.Winner is not null)
        {
            return;
        }

        using var record = Begin(RecordKind.RaceDecided);
        record.Key(KeyOf(race));
        record.Number(winner);
        Append(record);
    }

    /// <summary>A time limit expired, before what it bounds is told.</summary>
    internal void LimitExpired(VertexState limit)
    {
        if (Recall(limit)?.HasExpired == true)
        {
            return;
        }

        using var record = Begin(RecordKind.LimitExpired);
        record.Key(KeyOf(limit));
        Append(record);
    }

    /// <summary>Whether a group or a map fails, as its policy judged before the resume, or judges now.</summary>
    /// <param name="group">The group or the map.</param>
    /// <param name="policy">Its policy. One of the user's own may judge otherwise when it is asked again.</param>
    /// <param name="verdict">What it judges.</param>
    internal bool Judge(VertexState group, GroupPolicy policy, BranchVerdict verdict)
    {
        if (Recall(group)?.Verdict is { } known)
        {
            return known;
        }

        var fails = verdict.Fails(policy);
        GroupSettled(KeyOf(group), fails, verdict.Succeeded.Count, verdict.Failed, lazy: policy.GetType().Assembly == typeof(GroupPolicy).Assembly);
        return fails;
    }

    /// <summary>A strict group or map settled: what became of its branches says how.</summary>
    internal void GroupSettled(Frame frame, Vertex group, int succeeded, IReadOnlyList<BranchResult> failed)
    {
        var key = new VertexKey(NumberOf(frame), group.Index);
        if (History?.Find(key)?.Verdict is null)
        {
            GroupSettled(key, failed.Count > 0, succeeded, failed, lazy: true);
        }
    }

    /// <summary>A map knows its elements.</summary>
    internal void MapStarted(VertexState map, int elements)
    {
        if (!IsReplaying)
        {
            using var record = Begin(RecordKind.MapStarted);
            record.Key(KeyOf(map));
            record.Number(elements);
            Append(record, lazy: true);
        }
    }

    /// <summary>Writes down a change of the channel, before it is applied; called under the channel's lock.</summary>
    /// <param name="steps">What is done, as the channel writes it.</param>
    /// <param name="lazy">Whether it may wait for what is written next.</param>
    internal void ChannelChanged(ReadOnlySpan<byte> steps, bool lazy)
    {
        using var record = Begin(RecordKind.ChannelChanged);
        record.Rest(steps);
        Append(record, lazy);
    }

    /// <summary>Writes down a signal that reached the run, before any wait takes it.</summary>
    internal void SignalReceived(Signal signal)
    {
        using var record = Begin(RecordKind.SignalReceived);
        record.Text(signal.Id);
        record.Text(signal.Name);
        record.Text(signal.Key);
        record.Text(signal.Type);
        record.Rest(signal.Payload.Span);
        Append(record);
    }

    private void GroupSettled(VertexKey group, bool hasFailed, int succeeded, IReadOnlyList<BranchResult> failed, bool lazy)
    {
        using var record = Begin(RecordKind.GroupSettled);
        record.Key(group);
        record.Byte(hasFailed ? (byte)1 : (byte)0);
        record.Number(succeeded);
        record.Number(failed.Count);
        foreach (var branch in failed)
        {
            record.Number(branch.Index);
            record.Text(branch.TaskId);
            record.Text(branch.Failure?.TaskId);
        }

        Append(record, lazy);
    }
}
