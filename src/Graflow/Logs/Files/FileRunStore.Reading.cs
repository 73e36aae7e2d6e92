namespace Graflow.Logs;

internal sealed partial class FileRunStore
{
    public async ValueTask<JournalContent> ReadAsync(string runId, CancellationToken ct)
    {
        var folder = new RunFolder(Root, runId);
        return await Task.Run(() => Read(folder, ct), ct).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<JournalHead>> ListAsync(CancellationToken ct) =>
        await Task.Run(() => List(ct), ct).ConfigureAwait(false);

    /// <summary>The folders of all runs; those that are links are none.</summary>
    internal IEnumerable<RunFolder> Folders()
    {
        foreach (var folder in new DirectoryInfo(Root).EnumerateDirectories())
        {
            if (folder.LinkTarget is null && (RunFolderName.ToRunId(folder.Name) ?? JournalReader.RunIdIn(folder.FullName)) is { } runId)
            {
                yield return new RunFolder(Root, runId);
            }
        }
    }

    private JournalContent Read(RunFolder folder, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return JournalReader.Read(folder)?.Content ?? throw NotFound(folder.RunId);
            }
            catch (RunLogException) when (tries < Tries && RunLock.HolderOf(folder) is not null)
            {
                // Who drives the run may have put another file in the place of those that were being read.
                ct.ThrowIfCancellationRequested();
            }
        }
    }

    private List<JournalHead> List(CancellationToken ct)
    {
        var heads = new List<JournalHead>();
        try
        {
            foreach (var folder in Folders())
            {
                ct.ThrowIfCancellationRequested();
                if (Head(folder) is { } head)
                {
                    heads.Add(head);
                }
            }
        }
        catch (Exception exception) when (FileJournal.IsOfDisk(exception))
        {
            throw RunLogException.NoFolder(Root, exception);
        }

        return heads;
    }

    private static JournalHead? Head(RunFolder folder)
    {
        try
        {
            var (size, lastWrite) = folder.Measure();

            // Where the first record is not right, either the run was never begun, or its files are damaged, and then that is told.
            return JournalReader.HasRecord(folder) || JournalReader.Read(folder) is not null
                ? new JournalHead(folder.RunId, size, lastWrite, RunLock.HolderOf(folder), File.Exists(folder.EndedFile))
                : null;
        }
        catch (Exception exception) when (FileJournal.IsOfDisk(exception))
        {
            return new JournalHead(folder.RunId, 0, DateTimeOffset.UnixEpoch, null, false, RunLogException.NotRead(folder.RunId, folder.Folder, exception));
        }
        catch (RunLogException exception)
        {
            return new JournalHead(folder.RunId, 0, DateTimeOffset.UnixEpoch, null, false, exception);
        }
    }
}
