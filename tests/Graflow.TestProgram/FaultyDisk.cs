using Graflow.Logs;

namespace Graflow.TestProgram;

/// <summary>A disk that breaks as it is told, at a change that is counted: each file made, each write, each name given or removed is one.</summary>
internal sealed class FaultyDisk : IJournalDisk
{
    private readonly Lock _gate = new();
    private int _changes;
    private long _written;
    private volatile bool _isGone;

    /// <summary>How many changes were made so far.</summary>
    internal int Changes => Volatile.Read(ref _changes);

    /// <summary>The number of the change at which the process is gone; 0 for never.</summary>
    internal int GoneAt { get; init; }

    /// <summary>How much of that change comes about.</summary>
    internal Moment Moment { get; init; }

    /// <summary>What ends the process; null for an exception from that change on.</summary>
    internal Action? End { get; init; }

    /// <summary>How many bytes fit on the disk.</summary>
    internal long Room { get; set; } = long.MaxValue;

    /// <summary>Whether flushes fail.</summary>
    internal bool FailsFlush { get; set; }

    /// <summary>Whether flushes do nothing: what only a process loses, the system keeps without them.</summary>
    internal bool SkipsFlush { get; init; }

    /// <summary>How many flushes of files came to their end.</summary>
    internal int Flushes { get; private set; }

    /// <summary>Waits in each flush of a file.</summary>
    internal Action? OnFlush { get; set; }

    public IJournalFile Create(string path) => new FaultyFile(this, Change(() => JournalDisk.Instance.Create(path)));

    public IJournalFile Open(string path) => new FaultyFile(this, JournalDisk.Instance.Open(path));

    public void CreateFolder(string path) => Change(() => JournalDisk.Instance.CreateFolder(path));

    public void Rename(string from, string to) => Change(() => JournalDisk.Instance.Rename(from, to));

    public void Delete(string path) => Change(() => JournalDisk.Instance.Delete(path));

    public void FlushFolder(string path) => Change(() =>
    {
        if (!SkipsFlush)
        {
            JournalDisk.Instance.FlushFolder(path);
        }
    });

    private void Change(Action change) => Change(() =>
    {
        change();
        return true;
    });

    private T Change<T>(Func<T> change, Action? half = null)
    {
        lock (_gate)
        {
            ThrowIfGone();
            if (++_changes != GoneAt)
            {
                return change();
            }

            var made = Moment is Moment.After ? change() : default;
            if (Moment is Moment.Torn)
            {
                half?.Invoke();
            }

            (made as IDisposable)?.Dispose();
            _isGone = true;
            End?.Invoke();
            ThrowIfGone();
            return made!;
        }
    }

    private void ThrowIfGone()
    {
        if (_isGone)
        {
            throw new IOException("The process is gone.");
        }
    }

    private sealed class FaultyFile(FaultyDisk disk, IJournalFile file) : IJournalFile
    {
        public void Write(ReadOnlySpan<byte> bytes, long offset)
        {
            var copy = bytes.ToArray();
            disk.Change(
                () =>
                {
                    var fitting = (int)Math.Clamp(disk.Room - disk._written, 0, copy.Length);
                    file.Write(copy.AsSpan(0, fitting), offset);
                    disk._written += fitting;
                    return fitting == copy.Length ? true : throw new IOException("No space left on device");
                },
                () => file.Write(copy.AsSpan(0, copy.Length / 2), offset));
        }

        public void Flush()
        {
            disk.OnFlush?.Invoke();
            disk.Change(() =>
            {
                if (disk.FailsFlush)
                {
                    throw new IOException("Input/output error");
                }

                if (!disk.SkipsFlush)
                {
                    file.Flush();
                }

                disk.Flushes++;
            });
        }

        public void SetLength(long length) => disk.Change(() => file.SetLength(length));

        public void Dispose() => file.Dispose();
    }
}
