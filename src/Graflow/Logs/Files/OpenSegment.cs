using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Graflow.Logs;

/// <summary>A file of a log that records are added to.</summary>
/// <param name="File">The file.</param>
/// <param name="Header">How it begins.</param>
/// <param name="End">Where its last record ends.</param>
internal readonly record struct OpenSegment(IJournalFile File, SegmentHeader Header, long End)
{
    /// <summary>Makes the file with a number.</summary>
    internal static OpenSegment Create(IJournalDisk disk, RunFolder folder, int number) => Create(disk, folder.SegmentFile(number), folder.RunId, number, isFresh: false);

    /// <summary>Makes a file that stands in place of all before it, under a name by which it does not yet.</summary>
    internal static OpenSegment Draft(IJournalDisk disk, RunFolder folder, int number) => Create(disk, folder.DraftFile(number), folder.RunId, number, isFresh: true);

    private static OpenSegment Create(IJournalDisk disk, string path, string runId, int number, bool isFresh)
    {
        var header = new SegmentHeader(number, BinaryPrimitives.ReadUInt32LittleEndian(RandomNumberGenerator.GetBytes(sizeof(uint))), isFresh, runId);
        var file = disk.Create(path);
        try
        {
            var bytes = header.ToBytes();
            file.Write(bytes, 0);
            return new OpenSegment(file, header, bytes.Length);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
