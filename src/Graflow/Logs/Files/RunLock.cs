using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Graflow.Logs;

/// <summary>
/// The right to drive a run: its lock file, held open so that nobody else can open it. The system closes the file of a process that is gone, however it went,
/// so that a dead driver's lock is simply free.
/// </summary>
internal sealed class RunLock : IDisposable
{
    // Whoever lists runs holds a lock for microseconds, to see whether somebody else does.
    private const int Tries = 40;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly RunFolder _folder;
    private readonly FileStream _file;

    private RunLock(RunFolder folder, FileStream file)
    {
        (_folder, _file) = (folder, file);
    }

    /// <summary>Whether this folder was being deleted when whoever did it was gone.</summary>
    internal bool IsDeleted => _file.Length > 0;

    /// <summary>Takes a run's lock.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="ct">Ends the wait for those who look.</param>
    /// <returns>The lock; null when there is no such folder.</returns>
    /// <exception cref="RunLockedException">Somebody else has it.</exception>
    internal static async ValueTask<RunLock?> TakeAsync(RunFolder folder, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (TryOpen(folder, out var taken))
                {
                    return taken;
                }
            }
            catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw RunLogException.NotWritten(folder.RunId, folder.LockFile, exception);
            }

            if (ReadOwner(folder) is { } owner && IsAlive(owner))
            {
                throw new RunLockedException(folder.RunId, owner);
            }

            if (tries == Tries)
            {
                // It has not signed yet, or has no more to say: the name that stands there is one of before.
                throw new RunLockedException(folder.RunId, "another process");
            }

            // Processes share no clock but the system's.
            await Task.Delay(Pause, TimeProvider.System, ct).ConfigureAwait(false);
        }
    }

    /// <summary>Who drives a run; null when nobody does.</summary>
    internal static string? HolderOf(RunFolder folder)
    {
        // Whoever ends in order removes it, so that most runs are not touched here.
        if (ReadOwner(folder) is not { } owner)
        {
            return null;
        }

        try
        {
            using var probe = new FileStream(folder.LockFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return null;
        }
        catch (IOException exception) when (IsShared(exception))
        {
            return owner;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Says that this process drives the run, for those who look.</summary>
    internal void Sign(IJournalDisk disk)
    {
        using var file = disk.Create(_folder.OwnerFile);
        file.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}")), 0);
    }

    /// <summary>Whoever opened the file before it was removed, and got it after, sees by this that it is none any more.</summary>
    internal void MarkDeleted()
    {
        _file.WriteByte((byte)'x');
        _file.Flush(flushToDisk: false);
    }

    public void Dispose() => _file.Dispose();

    private static bool TryOpen(RunFolder folder, [NotNullWhen(true)] out RunLock? taken)
    {
        try
        {
            // Windows lets a file be deleted while it is open only where its holder allows it; elsewhere this would share the lock.
            var share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;
            taken = new RunLock(folder, new FileStream(folder.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, share, bufferSize: 1));
            return true;
        }
        catch (IOException exception) when (IsShared(exception))
        {
            taken = null;
            return false;
        }
    }

    private static string? ReadOwner(RunFolder folder)
    {
        try
        {
            return File.ReadAllText(folder.OwnerFile) is { Length: > 0 } text ? text : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // On this machine a process can be looked for; of others nothing is known but what they wrote.
    private static bool IsAlive(string owner)
    {
        if (owner.Split(' ') is not ["process", var id, "on", var machine] || machine != Environment.MachineName || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var process))
        {
            return true;
        }

        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    // What the framework makes of a file that another process, or another handle of this one, holds: on Windows the system's own number, elsewhere EWOULDBLOCK.
    private static bool IsShared(IOException exception) =>
        exception is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException)
        && (exception.HResult & 0xFFFF) is 32 or 33 or 11 or 35;
}
