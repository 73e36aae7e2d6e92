namespace Graflow.Logs;

/// <summary>The records of one run, in memory. Either it keeps all of them, or it drops what its only reader has read.</summary>
/// <param name="keepsAll">Whether records stay after they were read.</param>
internal sealed class MemoryRunLog(bool keepsAll) : IRunLog
{
    private const int SegmentLength = 256;

    private readonly Lock _lock = new();
    private readonly List<EventRecord[]?> _segments = [];
    private EventRecord[] _last = [];
    private long _count;
    private bool _isSealed;

    public void Append(in EventRecord record)
    {
        lock (_lock)
        {
            // An abandoned body may still report after the run's last event.
            if (_isSealed)
            {
                return;
            }

            _isSealed = record.Kind == EventKind.RunEnded;
            var offset = (int)(_count % SegmentLength);
            if (offset == 0)
            {
                _last = new EventRecord[_count == 0 ? 16 : SegmentLength];
                _segments.Add(_last);
            }
            else if (offset == _last.Length)
            {
                Array.Resize(ref _last, SegmentLength);
                _segments[^1] = _last;
            }

            _last[offset] = record;
            _count++;
        }
    }

    public int Read(long position, Span<EventRecord> records)
    {
        lock (_lock)
        {
            var (segment, offset) = ((int)(position / SegmentLength), (int)(position % SegmentLength));
            var available = Math.Min(_count - position, Math.Min(records.Length, SegmentLength - offset));
            if (available <= 0)
            {
                return 0;
            }

            var count = (int)available;
            _segments[segment].AsSpan(offset, count).CopyTo(records);
            if (!keepsAll && offset + count == SegmentLength)
            {
                _segments[segment] = null;
            }

            return count;
        }
    }
}
