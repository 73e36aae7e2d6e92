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

    public bool TryRead(long position, out EventRecord record)
    {
        lock (_lock)
        {
            if (position >= _count)
            {
                record = default;
                return false;
            }

            var segment = (int)(position / SegmentLength);
            record = _segments[segment]![position % SegmentLength];
            if (!keepsAll && position % SegmentLength == SegmentLength - 1)
            {
                _segments[segment] = null;
            }

            return true;
        }
    }
}
