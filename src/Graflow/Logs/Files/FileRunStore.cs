using System.Collections.Concurrent;
using Graflow.Telemetry;
using Microsoft.Extensions.Logging;

namespace Graflow.Logs;

/// <summary>Journals in folders, one for each run, under one root folder that several processes of one machine may share.</summary>
internal sealed partial class FileRunStore : IRunStore
{
    // A folder may be deleted by somebody else between two steps; not for ever.
    private const int Tries = 10;

    private readonly ConcurrentDictionary<string, FileJournal> _open = new(StringComparer.Ordinal);

    /// <exception cref="RunLogException">The folder cannot be used.</exception>
    internal FileRunStore(string root, FileLogOptions options, TimeProvider time, ILogger logger)
    {
        (Root, Options, Time, Logger) = (root, options, time, logger);
        try
        {
            Directory.CreateDirectory(root);
        }
        catch (Exception exception) when (FileJournal.IsOfDisk(exception))
        {
            throw RunLogException.NoFolder(root, exception);
        }

        Committer = new Committer(time, options.CommitInterval);
        Mailbox = new Mailbox(this);
        Retention = new Retention(this);
    }

    internal string Root { get; }

    internal FileLogOptions Options { get; }

    internal TimeProvider Time { get; }

    internal ILogger Logger { get; }

    internal Committer Committer { get; }

    internal Mailbox Mailbox { get; }

    internal Retention Retention { get; }

    internal IEnumerable<FileJournal> OpenJournals => _open.Values;

    public async ValueTask<IRunJournal?> TryCreateAsync(string runId, CancellationToken ct)
    {
        var folder = new RunFolder(Root, runId);
        for (var i = 0; i < Tries; i++)
        {
            if (JournalReader.HasRecord(folder))
            {
                return null;
            }

            try
            {
                Options.Disk.CreateFolder(folder.Folder);
                if (await TakeAsync(folder, ct).ConfigureAwait(false) is { } taken)
                {
                    return Create(folder, taken);
                }
            }
            catch (RunLockedException)
            {
                return null;
            }
            catch (Exception exception) when (FileJournal.IsOfDisk(exception))
            {
                throw RunLogException.NotWritten(runId, folder.Folder, exception);
            }
        }

        throw new RunLockedException(runId, "a process that keeps deleting it");
    }

    public async ValueTask<IRunJournal> OpenAsync(string runId, CancellationToken ct)
    {
        var folder = new RunFolder(Root, runId);
        ThrowIfMissing(folder);
        var taken = await TakeAsync(folder, ct).ConfigureAwait(false) ?? throw NotFound(runId);
        return await Task.Run(() => Open(folder, taken), CancellationToken.None).ConfigureAwait(false);
    }

    public async ValueTask DeleteAsync(string runId, CancellationToken ct)
    {
        var folder = new RunFolder(Root, runId);
        if (!folder.IsDeleted)
        {
            ThrowIfMissing(folder);
        }

        using var taken = await TakeAsync(folder, ct).ConfigureAwait(false) ?? throw NotFound(runId);
        try
        {
            Remove(folder, taken);
        }
        catch (Exception exception) when (FileJournal.IsOfDisk(exception))
        {
            throw RunLogException.NotWritten(runId, folder.Folder, exception);
        }
    }

    public ValueTask PostAsync(string runId, ReadOnlyMemory<byte> mail, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var folder = new RunFolder(Root, runId);
        ThrowIfMissing(folder);
        try
        {
            Mailbox.Post(folder, mail.Span);
            return ValueTask.CompletedTask;
        }
        catch (Exception exception) when (FileJournal.IsOfDisk(exception))
        {
            throw RunLogException.NotPosted(runId, Root, exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var journal in _open.Values)
        {
            await journal.DisposeAsync().ConfigureAwait(false);
        }

        Mailbox.Dispose();
        await Retention.WhenIdleAsync().ConfigureAwait(false);
        Committer.Dispose();
    }

    internal FileJournal? FindOpen(string runId) => _open.GetValueOrDefault(runId);

    internal void Close(FileJournal journal) => _open.TryRemove(KeyValuePair.Create(journal.Folder.RunId, journal));

    /// <summary>Removes a run whose lock is held, and the lock with it.</summary>
    internal void Remove(RunFolder folder, RunLock taken)
    {
        taken.MarkDeleted();
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder.Folder).Where(entry => entry != folder.LockFile).ToList())
        {
            if (Directory.Exists(entry) && new DirectoryInfo(entry).LinkTarget is null)
            {
                Directory.Delete(entry, recursive: true);
            }
            else
            {
                Options.Disk.Delete(entry);
            }
        }

        Mailbox.Clear(folder);
        Options.Disk.Delete(folder.LockFile);
        taken.Dispose();
        try
        {
            Directory.Delete(folder.Folder);
        }
        catch (IOException)
        {
            // The same id has begun anew meanwhile.
        }
    }

    private RunNotFoundException NotFound(string runId) => new(runId, Root);

    private void ThrowIfMissing(RunFolder folder)
    {
        if (!HasFiles(folder))
        {
            throw NotFound(folder.RunId);
        }
    }

    private static bool HasFiles(RunFolder folder)
    {
        try
        {
            return !folder.IsDeleted && folder.Segments().Count > 0;
        }
        catch (Exception exception) when (FileJournal.IsOfDisk(exception))
        {
            throw RunLogException.NotRead(folder.RunId, folder.Folder, exception);
        }
    }

    private async ValueTask<RunLock?> TakeAsync(RunFolder folder, CancellationToken ct)
    {
        if (new DirectoryInfo(folder.Folder).LinkTarget is not null)
        {
            throw RunLogException.IsLink(folder.RunId, folder.Folder);
        }

        var taken = await RunLock.TakeAsync(folder, ct).ConfigureAwait(false);
        if (taken is not { IsDeleted: true })
        {
            return taken;
        }

        // Either the file was removed between its opening and its locking, and another one is there now; or who removed the run was gone before the end.
        taken.Dispose();
        taken = await RunLock.TakeAsync(folder, ct).ConfigureAwait(false);
        if (taken is not { IsDeleted: true })
        {
            return taken;
        }

        using (taken)
        {
            Remove(folder, taken);
            return null;
        }
    }

    private FileJournal? Create(RunFolder folder, RunLock taken)
    {
        try
        {
            if (JournalReader.Read(folder) is not null)
            {
                taken.Dispose();
                return null;
            }

            // What a process left that was gone before its first record, and what was sent to a run of that name long ago.
            RemoveAll(Directory.EnumerateFiles(folder.Folder).Where(file => file != folder.LockFile));
            Mailbox.Clear(folder);
            taken.Sign(Options.Disk);
            return Add(new FileJournal(this, folder, taken, new JournalContent([]), OpenSegment.Create(Options.Disk, folder, 1)));
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    private FileJournal Open(RunFolder folder, RunLock taken)
    {
        try
        {
            var image = JournalReader.Read(folder) ?? throw NotFound(folder.RunId);
            RemoveAll([.. image.Stale.Select(folder.SegmentFile), .. Directory.EnumerateFiles(folder.Folder, "*.new")]);
            taken.Sign(Options.Disk);
            if (image.End < image.Length)
            {
                using var cut = Options.Disk.Open(folder.SegmentFile(image.Last.Number));
                cut.SetLength(image.End);
                cut.Flush();
            }

            var file = Options.Disk.Open(folder.SegmentFile(image.Last.Number));

            if (image.Content.Warning is { } warning)
            {
                Log.JournalCut(Logger, folder.RunId, warning);
            }

            return Add(new FileJournal(this, folder, taken, image.Content, new OpenSegment(file, image.Last, image.End)));
        }
        catch (Exception exception)
        {
            taken.Dispose();
            if (FileJournal.IsOfDisk(exception))
            {
                throw RunLogException.NotWritten(folder.RunId, folder.Folder, exception);
            }

            throw;
        }
    }

    private FileJournal Add(FileJournal journal)
    {
        _open[journal.Folder.RunId] = journal;
        Retention.Begin();
        return journal;
    }

    private void RemoveAll(IEnumerable<string> files)
    {
        foreach (var file in files.ToList())
        {
            Options.Disk.Delete(file);
        }
    }
}
