namespace Graflow.Logs;

/// <summary>The disk.</summary>
internal sealed class JournalDisk : IJournalDisk
{
    private JournalDisk()
    {
    }

    internal static JournalDisk Instance { get; } = new();

    public IJournalFile Create(string path) => new JournalFile(path, FileMode.Create);

    public IJournalFile Open(string path) => new JournalFile(path, FileMode.Open);

    public void CreateFolder(string path) => Directory.CreateDirectory(path);

    public void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    public void Delete(string path) => File.Delete(path);

    public void FlushFolder(string path) => NativeFolder.Flush(path);
}
