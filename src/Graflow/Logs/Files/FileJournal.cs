using Graflow.Telemetry;

namespace Graflow.Logs;

/// <summary>The journal of one run in its folder. A record is one write to the operating system, with the lazy ones before it.</summary>
internal sealed partial class FileJournal : IRunJournal
{
    // A larger record is not copied, and a larger buffer not kept.
    private const int LargestBuffer = 64 * 1024;

    private const int SmallestBuffer = 512;

    private readonly Lock _gate = new();
    private readonly FileRunStore _store;
    private readonly RunFolder _folder;
    private readonly RunLock _lock;
    private IJournalFile _file;
    private SegmentHeader _segment;
    private byte[] _buffer = new byte[SmallestBuffer];
    private int _buffered;

    // How much of the file the operating system has.
    private long _end;

    // All that was appended to this journal; of that, what the operating system has, and what is on the disk.
    private long _appended;
    private long _handed;
    private long _committed;
    private RunLogException? _failure;

    internal FileJournal(FileRunStore store, RunFolder folder, RunLock taken, JournalContent content, OpenSegment segment)
    {
        (_store, _folder, _lock, Content) = (store, folder, taken, content);
        (_file, _segment, _end) = (segment.File, segment.Header, segment.End);
    }

    public JournalContent Content { get; }

    public Exception? Failure => Volatile.Read(ref _failure);

    internal RunFolder Folder => _folder;

    private IJournalDisk Disk => _store.Options.Disk;

    public long Append(ReadOnlySpan<byte> record, bool lazy = false)
    {
        ArgumentOutOfRangeException.ThrowIfZero(record.Length, nameof(record));
        lock (_gate)
        {
            ThrowIfFailed();
            try
            {
                if (_end + _buffered >= _store.Options.SegmentBytes)
                {
                    Roll();
                }

                Write(record);
                if (!lazy)
                {
                    HandOver();
                }
            }
            catch (Exception exception) when (IsOfDisk(exception))
            {
                throw Fail(exception);
            }

            if (!_isDirty)
            {
                _isDirty = true;
                _store.Committer.CommitLater(this);
            }

            return _appended;
        }
    }

    /// <summary>What disks, and those who break them in tests, fail by.</summary>
    internal static bool IsOfDisk(Exception exception) => exception is IOException or UnauthorizedAccessException or ObjectDisposedException;

    private void Write(ReadOnlySpan<byte> record)
    {
        var size = RecordFrame.HeadSize + record.Length;
        if (_buffered + Math.Min(size, LargestBuffer) > LargestBuffer)
        {
            HandOver();
        }

        EnsureRoom(Math.Min(size, LargestBuffer));
        var seed = _segment.SeedAt(_end + _buffered);
        RecordFrame.WriteHead(_buffer.AsSpan(_buffered), seed, record);
        _buffered += RecordFrame.HeadSize;
        _appended += size;
        if (size <= LargestBuffer)
        {
            record.CopyTo(_buffer.AsSpan(_buffered));
            _buffered += record.Length;
            return;
        }

        HandOver();
        _file.Write(record, _end);
        _end += record.Length;
        _handed = _appended;
    }

    private void HandOver()
    {
        if (_buffered == 0)
        {
            return;
        }

        _file.Write(_buffer.AsSpan(0, _buffered), _end);
        _end += _buffered;
        _buffered = 0;
        _handed = _appended;
    }

    private void EnsureRoom(int count)
    {
        if (_buffer.Length - _buffered < count)
        {
            Array.Resize(ref _buffer, Math.Max(_buffered + count, Math.Min(2 * _buffer.Length, LargestBuffer)));
        }
    }

    // What comes before must be on the disk before the next file has a name there: a part of a record is taken for an unfinished one only at the end of the last file.
    private void Roll()
    {
        HandOver();
        _file.Flush();
        _committed = _handed;
        var next = OpenSegment.Create(Disk, _folder, _segment.Number + 1);
        _file.Dispose();
        (_file, _segment, _end) = (next.File, next.Header, next.End);
        _isNamed = false;
        ReleaseWaiters();
    }

    private void ThrowIfFailed()
    {
        if (_failure is { } failure)
        {
            throw failure.Offset is null && failure.InnerException is { } reason ? RunLogException.NotWritten(_folder.RunId, failure.Path ?? _folder.Folder, reason) : failure;
        }
    }

    /// <summary>From here on nothing is written: nobody knows what of it would be kept.</summary>
    private RunLogException Fail(Exception reason)
    {
        if (_failure is { } earlier)
        {
            return earlier;
        }

        var failure = RunLogException.NotWritten(_folder.RunId, _folder.SegmentFile(_segment.Number), reason);
        Volatile.Write(ref _failure, failure);
        _buffered = 0;
        try
        {
            // What was written of a record would be cut off later all the same; who reads the file now does not have to wonder.
            _file.SetLength(_end);
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            Log.JournalNotTidied(_store.Logger, _folder.RunId, exception);
        }

        ReleaseWaiters();
        return failure;
    }
}
