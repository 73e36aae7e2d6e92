using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Graflow.Logs;

/// <summary>
/// The mails of all runs, in one folder, so that one look tells whether there is any: <c>.mail/RUN.ID.mail</c>, a checksum and the content.
/// The names of one run's mails are in the order in which they were posted.
/// </summary>
internal sealed class Mailbox(FileRunStore store) : IDisposable
{
    private const string Extension = ".mail";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private static long _lastTicks;

    private readonly Lock _gate = new();
    private ITimer? _timer;
    private bool _isDisposed;

    private string Folder => Path.Combine(store.Root, Extension);

    private IJournalDisk Disk => store.Options.Disk;

    /// <summary>Looks for mails of other processes from now on.</summary>
    internal void Watch()
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                // Other processes go by no clock but the system's.
                _timer ??= TimeProvider.System.CreateTimer(static box => ((Mailbox)box!).Look(), this, Interval, Interval);
            }
        }
    }

    /// <summary>Adds a mail, whole or not at all.</summary>
    internal void Post(RunFolder folder, ReadOnlySpan<byte> content)
    {
        Disk.CreateFolder(Folder);
        var path = PathOf(folder, NewId());
        var draft = path + ".new";
        using (var file = Disk.Create(draft))
        {
            var bytes = new byte[sizeof(uint) + content.Length];
            content.CopyTo(bytes.AsSpan(sizeof(uint)));
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, Crc32C.Append(0, content));
            file.Write(bytes, 0);
            file.Flush();
        }

        Disk.Rename(draft, path);
        Disk.FlushFolder(Folder);
        if (store.FindOpen(folder.RunId) is { } journal)
        {
            Tell(journal);
        }
    }

    /// <summary>The mails of a run but those that were taken before.</summary>
    /// <exception cref="RunLogException">A mail is damaged, or cannot be read.</exception>
    internal List<JournalMail> Read(RunFolder folder, HashSet<string> taken)
    {
        var mails = new List<JournalMail>();
        foreach (var id in Ids(folder).Where(id => !taken.Contains(id)).Order(StringComparer.Ordinal))
        {
            var path = PathOf(folder, id);
            var bytes = ReadFile(folder, path);
            if (bytes.Length < sizeof(uint) || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Crc32C.Append(0, bytes.AsSpan(sizeof(uint))))
            {
                throw RunLogException.DamagedMail(folder.RunId, path);
            }

            mails.Add(new JournalMail(id, bytes.AsMemory(sizeof(uint))));
        }

        taken.UnionWith(mails.Select(static mail => mail.Id));
        return mails;
    }

    /// <exception cref="RunLogException">It cannot be removed.</exception>
    internal void Remove(RunFolder folder, JournalMail mail)
    {
        var path = PathOf(folder, mail.Id);
        try
        {
            Disk.Delete(path);
        }
        catch (Exception exception) when (FileJournal.IsOfDisk(exception))
        {
            throw RunLogException.NotWritten(folder.RunId, path, exception);
        }
    }

    /// <summary>Removes all mails of a run.</summary>
    internal void Clear(RunFolder folder)
    {
        foreach (var id in Ids(folder).ToList())
        {
            Disk.Delete(PathOf(folder, id));
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer?.Dispose();
        }
    }

    // Unique among all processes, and in order within each.
    private static string NewId()
    {
        var now = TimeProvider.System.GetUtcNow().Ticks;
        long last, ticks;
        do
        {
            last = Volatile.Read(ref _lastTicks);
            ticks = Math.Max(now, last + 1);
        }
        while (Interlocked.CompareExchange(ref _lastTicks, ticks, last) != last);
        return $"{ticks.ToString("x16", CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
    }

    private static byte[] ReadFile(RunFolder folder, string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (FileJournal.IsOfDisk(exception))
        {
            throw RunLogException.NotRead(folder.RunId, path, exception);
        }
    }

    private string PathOf(RunFolder folder, string id) => Path.Combine(Folder, $"{folder.Name}.{id}{Extension}");

    private IEnumerable<string> Ids(RunFolder folder)
    {
        var prefix = folder.Name + ".";
        return Names().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..^Extension.Length]);
    }

    private IEnumerable<string> Names()
    {
        try
        {
            return Directory.EnumerateFiles(Folder, "*" + Extension).Select(static path => Path.GetFileName(path)).Where(static name => name.EndsWith(Extension, StringComparison.Ordinal));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void Tell(FileJournal journal) => journal.OnMails(Ids(journal.Folder));

    private void Look()
    {
        try
        {
            var runs = Names().Select(static name => name[..name.IndexOf('.', StringComparison.Ordinal)]).ToHashSet(StringComparer.Ordinal);
            foreach (var journal in runs.Count == 0 ? [] : store.OpenJournals.Where(journal => runs.Contains(journal.Folder.Name)))
            {
                Tell(journal);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next look is soon.
        }
    }
}
