using System.Buffers.Binary;

namespace Graflow.Logs;

/// <summary>Reads all files of a run. What was written in part at the very end is not a record yet; anything else that is wrong is an error.</summary>
internal sealed class JournalReader
{
    // Of a header with the longest id there can be, and of what stands before a record.
    private const int LongestHead = 70_000;

    private readonly RunFolder _folder;
    private readonly List<ReadOnlyMemory<byte>> _records = [];
    private readonly List<int> _stale = [];
    private string? _warning;
    private bool _hasUnfinished;

    private JournalReader(RunFolder folder)
    {
        _folder = folder;
    }

    /// <returns>What the files hold; null when there is no run: it was never begun, or the process was gone before its first record.</returns>
    /// <exception cref="RunLogException">The files are damaged, of another version, or cannot be read.</exception>
    internal static JournalImage? Read(RunFolder folder)
    {
        try
        {
            return folder.IsDeleted ? null : new JournalReader(folder).Read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw RunLogException.NotRead(folder.RunId, folder.Folder, exception);
        }
    }

    /// <summary>Whether a run has begun: its first record is there, whole. False does not tell whether the files are damaged.</summary>
    /// <exception cref="RunLogException">The files cannot be read.</exception>
    internal static bool HasRecord(RunFolder folder)
    {
        try
        {
            if (folder.IsDeleted || folder.Segments() is not [var first, ..])
            {
                return false;
            }

            using var file = new FileStream(folder.SegmentFile(first), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[Math.Min(file.Length, LongestHead)];
            file.ReadExactly(bytes);
            if (!SegmentHeader.TryRead(bytes, out var header) || file.Length < header.Size + RecordFrame.HeadSize)
            {
                return false;
            }

            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(header.Size));
            if (length <= 0 || length > file.Length - header.Size - RecordFrame.HeadSize)
            {
                return false;
            }

            file.Position = 0;
            bytes = new byte[header.Size + RecordFrame.HeadSize + length];
            file.ReadExactly(bytes);
            return RecordFrame.IsRight(bytes, header.Size, length, header.SeedAt(header.Size));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or EndOfStreamException)
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw RunLogException.NotRead(folder.RunId, folder.Folder, exception);
        }
    }

    /// <summary>The id of the run whose files lie in a folder; null where that cannot be told.</summary>
    internal static string? RunIdIn(string path)
    {
        try
        {
            foreach (var log in Directory.EnumerateFiles(path, "*.log"))
            {
                using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                var bytes = new byte[Math.Min(file.Length, LongestHead)];
                file.ReadExactly(bytes);
                if (SegmentHeader.TryRead(bytes, out var header) && RunFolderName.Of(header.RunId) == Path.GetFileName(path))
                {
                    return header.RunId;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Without a name it is no run that anybody could ask for.
        }

        return null;
    }

    private JournalImage? Read()
    {
        var files = new List<(int Number, byte[] Bytes)>();
        foreach (var number in _folder.Segments())
        {
            files.Add((number, File.ReadAllBytes(_folder.SegmentFile(number))));
        }

        DropUnfinished(files);
        DropReplaced(files);
        return files.Count == 0 ? null : ReadRecords(files);
    }

    // The last file may have been made and not yet begun: nothing can be in it.
    private void DropUnfinished(List<(int Number, byte[] Bytes)> files)
    {
        if (files is not [.., var last] || SegmentHeader.TryRead(last.Bytes, out _) || SegmentHeader.OtherFormat(last.Bytes) is not null)
        {
            return;
        }

        var longest = new SegmentHeader(last.Number, 0, false, _folder.RunId).Size;
        if (last.Bytes.Length <= longest || !last.Bytes.AsSpan().ContainsAnyExcept((byte)0))
        {
            _stale.Add(last.Number);
            files.RemoveAt(files.Count - 1);
            _hasUnfinished = true;
            _warning = files.Count == 0 ? null : Warning(last.Number, 0, last.Bytes.Length);
        }
    }

    // What stands in place of all before it may have been named so before the others were removed.
    private void DropReplaced(List<(int Number, byte[] Bytes)> files)
    {
        var fresh = files.FindLastIndex(static file => SegmentHeader.TryRead(file.Bytes, out var header) && header.IsFresh && header.Number == file.Number);
        if (fresh > 0)
        {
            _stale.AddRange(files.Take(fresh).Select(static file => file.Number));
            files.RemoveRange(0, fresh);
        }
    }

    private JournalImage? ReadRecords(List<(int Number, byte[] Bytes)> files)
    {
        var (header, end) = (default(SegmentHeader), 0);
        for (var i = 0; i < files.Count; i++)
        {
            var (number, bytes) = files[i];
            header = ReadHeader(number, bytes);
            if (i == 0 ? number != 1 && !header.IsFresh : number != files[i - 1].Number + 1)
            {
                throw RunLogException.Damaged(_folder.RunId, _folder.SegmentFile(number), 0, $"the file before it, {Path.GetFileName(_folder.SegmentFile(number - 1))}, is not there.");
            }

            end = SegmentReader.Read(bytes, header, _records);
            if (end < bytes.Length)
            {
                // A file is on the disk, whole, before the next one is made.
                Judge(number, bytes, end, header, isLast: i == files.Count - 1 && !_hasUnfinished);
            }
        }

        return _records.Count == 0
            ? null
            : new JournalImage(new JournalContent(_records, _warning), header, end, _stale) { Length = files[^1].Bytes.Length };
    }

    private SegmentHeader ReadHeader(int number, byte[] bytes)
    {
        var file = _folder.SegmentFile(number);
        if (SegmentHeader.OtherFormat(bytes) is { } other)
        {
            throw RunLogException.OtherFormat(_folder.RunId, file, other, SegmentHeader.Format);
        }

        if (!SegmentHeader.TryRead(bytes, out var header))
        {
            throw RunLogException.Damaged(_folder.RunId, file, 0, "the file does not begin as a log does.");
        }

        return header.RunId != _folder.RunId || header.Number != number
            ? throw RunLogException.Damaged(_folder.RunId, file, 0, $"this is file {header.Number} of run \"{header.RunId}\".")
            : header;
    }

    private void Judge(int number, byte[] bytes, int end, in SegmentHeader header, bool isLast)
    {
        if (!isLast || SegmentReader.HasRecordAfter(bytes, end, header))
        {
            throw RunLogException.Damaged(_folder.RunId, _folder.SegmentFile(number), end, "the record that begins here is not as it was written, and others follow.");
        }

        _warning = Warning(number, end, bytes.Length - end);
    }

    private string Warning(int number, long offset, long count) =>
        $"{_folder.SegmentFile(number)}: the last {count} bytes, from byte {offset} on, are not a whole record: the process, or the machine, ended while they were written. They are left out.";
}
