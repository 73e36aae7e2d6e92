using Graflow.Logs;
using Microsoft.Extensions.Logging.Abstractions;

namespace Graflow.Tests.Logs;

/// <summary>A folder of logs that is gone after the test.</summary>
internal sealed class LogFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("graflow-log-").FullName;

    internal FileRunStore Connect(Action<FileLogOptions>? configure = null, IJournalDisk? disk = null, TimeProvider? time = null)
    {
        var options = new FileLogOptions { Disk = disk ?? JournalDisk.Instance };
        configure?.Invoke(options);
        return new FileRunStore(Path, options.Checked(), time ?? TimeProvider.System, NullLogger.Instance);
    }

    /// <summary>The files with records of a run, in order.</summary>
    internal IReadOnlyList<string> Segments(string runId) =>
        [.. Directory.GetFiles(FolderOf(runId), "*.log").Order(StringComparer.Ordinal)];

    internal string FolderOf(string runId) => System.IO.Path.Combine(Path, RunFolderName.Of(runId));

    /// <summary>Gives a file other bytes without emptying it first, for which some file systems wait until they are on the disk.</summary>
    internal static void Overwrite(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        file.Write(bytes);
        file.SetLength(bytes.Length);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
