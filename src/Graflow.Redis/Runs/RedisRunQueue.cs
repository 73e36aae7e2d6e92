using System.Security.Cryptography;
using Graflow.Fleets;
using Graflow.Payloads;
using Graflow.Redis.Tasks;

namespace Graflow.Redis.Runs;

/// <summary>The attempts that a run's driver has handed to workers. What comes of them is read from the run's outcomes; wake-ups only say when to look.</summary>
internal sealed class RedisRunQueue(RedisJournal journal, OwnedRun run, LogSender sender) : IRunQueue
{
    private const int NameBytes = 16;

    // As many as a few workers run at once.
    private const int Crowd = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, QueueEntry> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Path, int Number), TaskOutcome> _found = run.Outcomes.ToDictionary(static outcome => (outcome.Path, outcome.Attempt));
    private readonly HashSet<string> _heard = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stored = new(StringComparer.Ordinal);

    /// <summary>Whether anybody waits for an outcome.</summary>
    internal bool IsWaiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count > 0;
            }
        }
    }

    /// <summary>Whether so many wait for outcomes that a few of them may wait for the next ones.</summary>
    internal bool IsCrowded
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count > Crowd;
            }
        }
    }

    public void Submit(QueuedTask task)
    {
        QueueEntry entry = new(task);
        task.Receipt = entry;
        var submission = Encode(entry);
        lock (_gate)
        {
            if (_found.Remove((entry.Path, entry.Number), out var outcome))
            {
                ThreadPool.UnsafeQueueUserWorkItem(static work => work.Journal.Deliver(() => work.Entry.End(work.Outcome)), (Journal: journal, Entry: entry, Outcome: outcome), preferLocal: false);
                return;
            }

            _waiting[entry.Path] = entry;
            if (sender.Add(LogItem.Submit(Store(entry, submission))) == 0)
            {
                _waiting.Remove(entry.Path);
                Fail(entry, journal.Failure!);
            }
        }
    }

    public void Withdraw(QueuedTask task)
    {
        if (task.Receipt is not QueueEntry entry)
        {
            return;
        }

        if (!entry.TryEnd())
        {
            Settle(task);
            return;
        }

        lock (_gate)
        {
            if (_waiting.TryGetValue(entry.Path, out var present) && ReferenceEquals(present, entry))
            {
                _waiting.Remove(entry.Path);
            }

            sender.Add(LogItem.Withdraw(entry.Path, entry.Number, Forget(entry)));
        }
    }

    public void Settle(QueuedTask task)
    {
        if (task.Receipt is QueueEntry { Outcome: { } outcome } entry)
        {
            lock (_gate)
            {
                sender.Add(LogItem.Acknowledge(outcome, Forget(entry)), lazy: true);
                _heard.Remove(outcome);
            }
        }
    }

    /// <summary>Whoever waits for the attempt; null when nobody does, or for another attempt.</summary>
    internal QueueEntry? Find(string path, int number)
    {
        lock (_gate)
        {
            return WaitingFor(path, number);
        }
    }

    /// <summary>Takes the one who waits for an outcome that came with its wake-up, before it is read where it stands; null where it is to be read.</summary>
    internal QueueEntry? TakeHeard(TaskOutcome outcome)
    {
        lock (_gate)
        {
            if (!run.IsNew || IsCrowded || WaitingFor(outcome.Path, outcome.Attempt) is not { } entry)
            {
                return null;
            }

            _waiting.Remove(outcome.Path);
            _heard.Add(outcome.EntryId);
            return entry;
        }
    }

    /// <summary>Takes the one who waits for an outcome. One that nobody waits for is dropped, unless an earlier driver may have handed the attempt over, and this one not yet.</summary>
    internal QueueEntry? Take(TaskOutcome outcome)
    {
        lock (_gate)
        {
            if (WaitingFor(outcome.Path, outcome.Attempt) is { } entry)
            {
                _waiting.Remove(outcome.Path);
                return entry;
            }

            if (_heard.Contains(outcome.EntryId))
            {
                return null;
            }

            if (run.IsNew)
            {
                sender.Add(LogItem.Acknowledge(outcome.EntryId, input: null), lazy: true);
            }
            else
            {
                _found[(outcome.Path, outcome.Attempt)] = outcome;
            }

            return null;
        }
    }

    /// <summary>Ends all waiting.</summary>
    /// <param name="reason">What everybody is told; null for nothing.</param>
    internal void End(Exception? reason)
    {
        QueueEntry[] left;
        lock (_gate)
        {
            left = [.. _waiting.Values];
            _waiting.Clear();
            _found.Clear();
        }

        foreach (var entry in left.Where(_ => reason is not null))
        {
            Fail(entry, reason!);
        }
    }

    private QueueEntry? WaitingFor(string path, int number) => _waiting.TryGetValue(path, out var entry) && entry.Number == number ? entry : null;

    private static void Fail(QueueEntry entry, Exception reason) =>
        ThreadPool.UnsafeQueueUserWorkItem(static work => work.Entry.End(work.Reason), (Entry: entry, Reason: reason), preferLocal: false);

    private static TaskSubmission Encode(QueueEntry entry)
    {
        var attempt = entry.Task.Attempt;
        using var buffer = PooledBuffer.Rent();
        entry.Task.WriteInput(buffer);
        TaskSubmission submission = new(attempt.Path, entry.Task.Queue, attempt.TaskId, new TaskInput(buffer.Written.ToArray()))
        {
            Priority = entry.Task.Priority,
            Attempt = attempt.Number,
            TraceParent = attempt.TraceParent,
            Extra = attempt.PackSettings(),
        };
        submission.Check();
        return submission;
    }

    /// <summary>Names a large input by its content, so that the run stores it once, and sends it only while the run does not have it.</summary>
    private TaskSubmission Store(QueueEntry entry, TaskSubmission submission)
    {
        if (submission.Input.Bytes is not { Length: > PayloadSize.Inline } bytes)
        {
            return submission;
        }

        var name = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, NameBytes));
        entry.Input = name;
        var users = _stored.GetValueOrDefault(name);
        _stored[name] = users + 1;
        return submission with { Input = users > 0 ? TaskInput.Stored(name) : new TaskInput(bytes, name) };
    }

    /// <returns>The name of the entry's stored input, if nobody else has the same; tasks that an earlier driver handed over, and that are not known yet, may.</returns>
    private string? Forget(QueueEntry entry)
    {
        if (entry.Input is not { } name)
        {
            return null;
        }

        entry.Input = null;
        var users = _stored[name] - 1;
        if (users > 0 || !run.IsNew)
        {
            _stored[name] = Math.Max(users, 1);
            return null;
        }

        _stored.Remove(name);
        return name;
    }
}
