using Graflow.Logs;

namespace Graflow;

/// <summary>How a folder of logs is written and what is kept in it. Checked when the engine is made.</summary>
public sealed class FileLogOptions
{
    /// <summary>What has to happen to a record before anything that follows from it; <see cref="Durability.Async"/> by default.</summary>
    public Durability Durability { get; set; }

    /// <summary>After how long the operating system is told to put on the disk what it was given; more than zero, 10 milliseconds by default. With <see cref="Durability.Fsync"/>, only records that nothing waits for wait so long.</summary>
    public TimeSpan CommitInterval { get; set; } = TimeSpan.FromMilliseconds(10);

    /// <summary>From what size on a log goes on in another file; at least 4,096, 8 MB by default.</summary>
    public long SegmentBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>How long a run is kept after its end; not negative, 30 days by default, null for ever. Runs that have not ended are never removed.</summary>
    public TimeSpan? RetainFor { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How many runs that have ended are kept, the latest ones; not negative, 10,000 by default, null for all.</summary>
    public int? RetainRuns { get; set; } = 10_000;

    /// <summary>How many bytes of runs that have ended are kept, the latest ones; not negative, 1 GB by default, null for all.</summary>
    public long? RetainBytes { get; set; } = 1024 * 1024 * 1024;

    /// <summary>What the files are on; another one for tests that break it.</summary>
    internal IJournalDisk Disk { get; set; } = JournalDisk.Instance;

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    internal FileLogOptions Checked()
    {
        if (Durability is not (Durability.Async or Durability.Fsync))
        {
            throw new ArgumentOutOfRangeException(nameof(Durability), Durability, "FileLogOptions.Durability must be Async or Fsync.");
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(CommitInterval.Ticks, nameof(CommitInterval));
        ArgumentOutOfRangeException.ThrowIfLessThan(SegmentBytes, 4096);
        ArgumentOutOfRangeException.ThrowIfNegative(RetainFor?.Ticks ?? 0, nameof(RetainFor));
        ArgumentOutOfRangeException.ThrowIfNegative(RetainRuns ?? 0, nameof(RetainRuns));
        ArgumentOutOfRangeException.ThrowIfNegative(RetainBytes ?? 0, nameof(RetainBytes));
        return (FileLogOptions)MemberwiseClone();
    }
}
