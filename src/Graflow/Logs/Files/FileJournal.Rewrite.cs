using Graflow.Telemetry;

namespace Graflow.Logs;

internal sealed partial class FileJournal
{
    public ValueTask RewriteAsync(Func<JournalContent, IReadOnlyList<ReadOnlyMemory<byte>>> rewrite, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (_gate)
        {
            ThrowIfFailed();
            try
            {
                HandOver();
            }
            catch (Exception exception) when (IsOfDisk(exception))
            {
                throw Fail(exception);
            }

            if (WriteDraft(rewrite(ReadAll())) is { } draft)
            {
                Adopt(draft);
            }
        }

        return ValueTask.CompletedTask;
    }

    private JournalContent ReadAll() => JournalReader.Read(_folder)?.Content ?? new JournalContent([]);

    // Until it has its name, the files that are there are the run's; so where this fails, nothing has changed.
    private OpenSegment? WriteDraft(IEnumerable<ReadOnlyMemory<byte>> records)
    {
        OpenSegment? draft = null;
        try
        {
            var made = OpenSegment.Draft(Disk, _folder, _segment.Number + 1);
            draft = made;
            var end = WriteAll(made, records);
            made.File.Flush();
            return made with { End = end };
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            Log.JournalNotTidied(_store.Logger, _folder.RunId, exception);
            draft?.File.Dispose();
            return null;
        }
    }

    private static long WriteAll(OpenSegment draft, IEnumerable<ReadOnlyMemory<byte>> records)
    {
        var buffer = new byte[LargestBuffer];
        var (end, used) = (draft.End, 0);
        foreach (var record in records)
        {
            var size = RecordFrame.HeadSize + record.Length;
            if (used + size > buffer.Length)
            {
                draft.File.Write(buffer.AsSpan(0, used), end);
                (end, used) = (end + used, 0);
                buffer = size > buffer.Length ? new byte[size] : buffer;
            }

            RecordFrame.WriteHead(buffer.AsSpan(used), draft.Header.SeedAt(end + used), record.Span);
            record.Span.CopyTo(buffer.AsSpan(used + RecordFrame.HeadSize));
            used += size;
        }

        draft.File.Write(buffer.AsSpan(0, used), end);
        return end + used;
    }

    private void Adopt(OpenSegment draft)
    {
        try
        {
            Disk.Rename(_folder.DraftFile(draft.Header.Number), _folder.SegmentFile(draft.Header.Number));
            _file.Dispose();
            (_file, _segment, _end) = (draft.File, draft.Header, draft.End);
            Disk.FlushFolder(_folder.Folder);
            _committed = _handed;
            ReleaseWaiters();
            foreach (var number in _folder.Segments().Where(number => number < draft.Header.Number))
            {
                Disk.Delete(_folder.SegmentFile(number));
            }
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            if (!ReferenceEquals(_file, draft.File))
            {
                draft.File.Dispose();
            }

            throw Fail(exception);
        }
    }
}
