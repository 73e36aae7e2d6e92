namespace Graflow.Logs;

/// <summary>What a memory store keeps of one run.</summary>
internal sealed class MemoryRun(string runId, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<ReadOnlyMemory<byte>> _records = [];
    private readonly List<JournalMail> _mails = [];
    private DateTimeOffset _lastWrite = time.GetUtcNow();
    private long _mailCount;

    internal string RunId { get; } = runId;

    internal MemoryJournal? Driver { get; private set; }

    internal bool HasEnded { get; set; }

    internal bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _records.Count == 0;
            }
        }
    }

    internal bool TryTake(MemoryJournal journal)
    {
        lock (_gate)
        {
            if (Driver is not null)
            {
                return false;
            }

            Driver = journal;
            return true;
        }
    }

    internal void Free(MemoryJournal journal)
    {
        lock (_gate)
        {
            Driver = ReferenceEquals(Driver, journal) ? null : Driver;
        }
    }

    internal JournalContent Read()
    {
        lock (_gate)
        {
            return new JournalContent([.. _records]);
        }
    }

    internal JournalHead Head()
    {
        lock (_gate)
        {
            return new JournalHead(RunId, _records.Sum(static record => (long)record.Length), _lastWrite, Driver is null ? null : $"process {Environment.ProcessId} on {Environment.MachineName}", HasEnded);
        }
    }

    internal int Append(ReadOnlySpan<byte> record)
    {
        var copy = record.ToArray();
        lock (_gate)
        {
            _records.Add(copy);
            _lastWrite = time.GetUtcNow();
            return _records.Count;
        }
    }

    internal void Rewrite(Func<JournalContent, IReadOnlyList<ReadOnlyMemory<byte>>> rewrite)
    {
        lock (_gate)
        {
            var kept = rewrite(new JournalContent([.. _records])).Select(static record => (ReadOnlyMemory<byte>)record.ToArray()).ToList();
            _records.Clear();
            _records.AddRange(kept);
        }
    }

    internal void Post(ReadOnlyMemory<byte> content)
    {
        MemoryJournal? driver;
        lock (_gate)
        {
            _mails.Add(new JournalMail($"{_mailCount++:x16}", content.ToArray()));
            driver = Driver;
        }

        driver?.MailArrived?.Invoke();
    }

    internal List<JournalMail> Mails()
    {
        lock (_gate)
        {
            return [.. _mails];
        }
    }

    internal void Remove(JournalMail mail)
    {
        lock (_gate)
        {
            _mails.RemoveAll(other => other.Id == mail.Id);
        }
    }
}
