namespace Graflow.Logs;

/// <summary>Everything by which the file log changes a disk; tests break it.</summary>
internal interface IJournalDisk
{
    /// <summary>Makes a file, or empties the one that is there.</summary>
    IJournalFile Create(string path);

    /// <summary>Opens a file that is there.</summary>
    IJournalFile Open(string path);

    void CreateFolder(string path);

    /// <summary>Gives a file another name, in place of the file that has it.</summary>
    void Rename(string from, string to);

    void Delete(string path);

    /// <summary>Returns once the names of a folder's files are on the disk.</summary>
    void FlushFolder(string path);
}
