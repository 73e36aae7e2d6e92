namespace Graflow.Logs;

/// <summary>Where the records of one run go. Appending is thread-safe and gives each record its number.</summary>
internal interface IRunLog
{
    void Append(in EventRecord record);

    /// <summary>Reads what was appended since <paramref name="position"/>.</summary>
    /// <returns>Whether <paramref name="record"/> is there.</returns>
    bool TryRead(long position, out EventRecord record);
}
