using Graflow.Redis.Channels;
using Graflow.Redis.Tasks;

namespace Graflow.Redis.Workers;

internal sealed partial class TaskLoop
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private async Task StepAsync(PendingStep step)
    {
        StepReply reply;
        try
        {
            reply = await step.Line.Tasks.StepAsync(RequestOf(step), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Fail(step, exception);
            return;
        }

        Interlocked.Exchange(ref _answeredAt, _setup.Time.GetTimestamp());
        var begun = Settle(step, reply);
        foreach (var task in begun)
        {
            task.Start(_setup.Body);
        }

        Pump();
    }

    private StepRequest RequestOf(PendingStep step)
    {
        var again = 0;
        while (again < step.Ended.Length && step.Ended[again].IsAgain)
        {
            again++;
        }

        return new StepRequest(_setup.Settings.WorkerId, _setup.Lease, _setup.Known, step.Line.Picker)
        {
            Nonce = step.Nonce,
            Finished = Array.ConvertAll(step.Ended, static ended => ended.Finished),
            Again = again,
            Wanted = step.Wanted,
            IsAlone = step.IsAlone,
            Revokes = step.Revoked is not null,
            Heard = step.Heard,
            Grants = step.Asked is not null,
        };
    }

    /// <returns>The tasks that are to begin.</returns>
    private RunningTask[] Settle(PendingStep step, StepReply reply)
    {
        var line = step.Line;
        RunningTask[] begun;
        lock (_gate)
        {
            line.UnderWay = null;
            SettleVerdicts(line, step.Ended, reply.Verdicts);
            ClaimedTask[] missed = reply.Missed.Count == 0 ? [] : [.. reply.Missed.Where(task => step.Revoked?.HasHeard(task.Nonce) is not true)];
            _free += step.Wanted - reply.Claimed.Count - missed.Length;
            line.MayHaveTasks |= step.Wanted > 0 && reply.Claimed.Count + reply.Missed.Count == step.Wanted;
            line.Streak = reply.Claimed.Count == 0 ? 0 : line.Streak;
            line.SuspectSince = reply.IsSuspectWaiting ? line.SuspectSince ?? _setup.Time.GetTimestamp() : step.Wanted > 0 ? null : line.SuspectSince;
            SettleCredit(step, reply.Credit);
            begun = Array.ConvertAll([.. reply.Claimed, .. missed], claim => Begin(line, claim));
            SetTeller();
            if (_isStopping && begun.Length > 0)
            {
                HandBack(begun);
                return [];
            }
        }

        return begun;
    }

    private static void SettleCredit(PendingStep step, int size)
    {
        var line = step.Line;
        if (size > 0)
        {
            step.Asked!.Size = size;
        }

        line.Credit = size > 0 ? step.Asked : step.Revoked is null ? line.Credit : null;
    }

    private RunningTask Begin(CellLine line, ClaimedTask claim)
    {
        var task = new RunningTask(this, line, claim, _setup.Time.GetTimestamp());
        if (claim.Delivery >= CellTasks.MaxDeliveries)
        {
            _suspect = task;
        }

        line.Running[claim] = task;
        _running++;
        return task;
    }

    private void SettleVerdicts(CellLine line, EndedTask[] ended, IReadOnlyList<StepVerdict> verdicts)
    {
        for (var i = 0; i < ended.Length; i++)
        {
            var task = ended[i];
            if (verdicts[i].Misfit is { } misfit)
            {
                var reason = StoredWrites.Misfit(task.Finished.Writes[misfit.Write], misfit.Why, misfit.Found);
                line.Ended.Add(new EndedTask(task.Task, task.Task.Failure(reason) with { Elapsed = task.Finished.Elapsed }));
            }
            else if (!verdicts[i].IsCommitted && !task.IsAgain)
            {
                FleetInstruments.StaleCommits.Add(1);
                WorkerLog.StaleCommit(_setup.Logger, task.Task.Claim.Path, task.Task.Claim.RunId);
            }
        }
    }

    /// <summary>No answer came: what was to be committed goes again, and what may have been claimed is given back.</summary>
    private void Fail(PendingStep step, Exception exception)
    {
        var line = step.Line;
        bool isOver;
        lock (_gate)
        {
            line.PutBack(step.Ended);
            _free += step.Wanted;
            // Whoever leaves takes its credit along: nobody is there to be sent anything.
            isOver = _isStopping && step.Wanted == 0 && line.LostSteps.Count == 0 && line.Ended.Count == 0;
            Lose(step);
            line.Credit = isOver ? null : line.Credit;
            (line.UnderWay, line.IsRecovering) = (null, !isOver);
        }

        WorkerLog.StepFailed(_setup.Logger, line.Cell.Number, exception);
        if (!isOver)
        {
            _ = RecoverAsync(line);
        }

        Pump();
    }

    /// <summary>What the step claimed, what was pushed on the credit that it asked for, and what was pushed on the one that it took back, is not known.</summary>
    private static void Lose(PendingStep step)
    {
        var line = step.Line;
        if (step.Wanted > 0)
        {
            line.LostSteps.Add(step.Nonce);
        }

        if (step.Revoked is { Step.Length: > 0 } revoked)
        {
            line.LostSteps.Add(revoked.Step);
        }

        if (step.Revoked is not null || step.Asked is not null)
        {
            line.Credit = Credit.Unknown(line.Credit, step.Asked);
        }
    }

    private async Task RecoverAsync(CellLine line)
    {
        for (var wait = FirstWait; !Volatile.Read(ref _isClosed); wait = 2 * wait < LongestWait ? 2 * wait : LongestWait)
        {
            await Task.Delay(wait * (0.5 + (_setup.Chance() / 2)), _setup.Time).ConfigureAwait(false);
            try
            {
                var back = await line.Tasks.RecoverAsync(LostStepsOf(line), ProofsOf(line), CancellationToken.None).ConfigureAwait(false);
                WorkerLog.Recovered(_setup.Logger, line.Cell.Number, back.Count);
            }
            catch (Exception exception)
            {
                WorkerLog.RecoveryFailed(_setup.Logger, line.Cell.Number, exception);
                continue;
            }

            lock (_gate)
            {
                line.LostSteps.Clear();
                line.IsRecovering = false;
                line.MayHaveTasks = true;
            }

            Pump();
            return;
        }
    }

    private byte[][] ProofsOf(CellLine line)
    {
        lock (_gate)
        {
            return [.. line.Running.Keys.Select(static claim => claim.Nonce), .. line.Ended.Select(static ended => ended.Finished.Nonce)];
        }
    }

    private byte[][] LostStepsOf(CellLine line)
    {
        lock (_gate)
        {
            return [.. line.LostSteps];
        }
    }
}
