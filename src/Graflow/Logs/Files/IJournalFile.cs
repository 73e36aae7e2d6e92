namespace Graflow.Logs;

/// <summary>A file of a log, open to be written.</summary>
internal interface IJournalFile : IDisposable
{
    /// <summary>Hands bytes to the operating system, by one call where it takes them all.</summary>
    void Write(ReadOnlySpan<byte> bytes, long offset);

    /// <summary>Returns once everything that was written is on the disk.</summary>
    void Flush();

    void SetLength(long length);
}
