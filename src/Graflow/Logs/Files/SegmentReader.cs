namespace Graflow.Logs;

/// <summary>Reads the records of one file, and tells an end that was not written to its end from damage.</summary>
internal static class SegmentReader
{
    // Where the bytes of records look like the beginnings of other records, looking for one could take hours.
    private const long LongestSearch = 1L << 30;

    /// <summary>Adds the records of a file to a list.</summary>
    /// <returns>Where the last whole record ends: at the end of the file, unless the rest is none.</returns>
    internal static int Read(ReadOnlyMemory<byte> file, in SegmentHeader header, List<ReadOnlyMemory<byte>> records)
    {
        var bytes = file.Span;
        var offset = header.Size;
        while (RecordFrame.LengthAt(bytes, offset) is { } length && RecordFrame.IsRight(bytes, offset, length, header.SeedAt(offset)))
        {
            records.Add(file.Slice(offset + RecordFrame.HeadSize, length));
            offset += RecordFrame.HeadSize + length;
        }

        return offset;
    }

    /// <summary>Whether a record follows what is none: then something was changed that was once written, and not merely written in part.</summary>
    internal static bool HasRecordAfter(ReadOnlySpan<byte> bytes, int offset, in SegmentHeader header)
    {
        long searched = 0;
        for (var at = offset + 1; at <= bytes.Length - RecordFrame.HeadSize; at++)
        {
            if (RecordFrame.LengthAt(bytes, at) is not { } length)
            {
                continue;
            }

            searched += length;
            if (searched > LongestSearch || RecordFrame.IsRight(bytes, at, length, header.SeedAt(at)))
            {
                return true;
            }
        }

        return false;
    }
}
