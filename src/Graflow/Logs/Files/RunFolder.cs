using System.Globalization;

namespace Graflow.Logs;

/// <summary>
/// Where the files of one run are: <c>000001.log</c>, <c>000002.log</c>, … are its records; <c>lock</c> is held open by who drives it and <c>owner</c> says who that is;
/// <c>ended</c> is there once the last record was written. Mails lie outside, see <see cref="Mailbox"/>.
/// </summary>
internal sealed class RunFolder(string root, string runId)
{
    private const string Extension = ".log";

    internal string RunId { get; } = runId;

    internal string Root { get; } = root;

    internal string Name { get; } = RunFolderName.Of(runId);

    internal string Folder => field ??= Path.Combine(Root, Name);

    internal string LockFile => Path.Combine(Folder, "lock");

    /// <summary>Whether somebody began to remove the run; what may be left of it is none.</summary>
    internal bool IsDeleted => new FileInfo(LockFile) is { Exists: true, Length: > 0 };

    internal string OwnerFile => Path.Combine(Folder, "owner");

    internal string EndedFile => Path.Combine(Folder, "ended");

    internal string SegmentFile(int number) => Path.Combine(Folder, number.ToString("D6", CultureInfo.InvariantCulture) + Extension);

    /// <summary>Where a file is written that is not to be seen before it is whole.</summary>
    internal string DraftFile(int number) => SegmentFile(number) + ".new";

    /// <summary>The numbers of the files with records, in order; none where there is no folder.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    internal List<int> Segments()
    {
        var numbers = new List<int>();
        try
        {
            foreach (var file in Directory.EnumerateFiles(Folder, "*" + Extension))
            {
                var name = Path.GetFileNameWithoutExtension(file);
                if (name.Length >= 6 && name.All(char.IsAsciiDigit) && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && SegmentFile(number) == file)
                {
                    numbers.Add(number);
                }
            }
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }

        numbers.Sort();
        return numbers;
    }

    /// <summary>The bytes of all files with records together, and when the last one was written to.</summary>
    internal (long Size, DateTimeOffset LastWrite) Measure()
    {
        var (size, last) = (0L, DateTimeOffset.UnixEpoch);
        foreach (var number in Segments())
        {
            var file = new FileInfo(SegmentFile(number));
            if (file.Exists)
            {
                size += file.Length;
                last = file.LastWriteTimeUtc > last.UtcDateTime ? new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero) : last;
            }
        }

        return (size, last);
    }
}
