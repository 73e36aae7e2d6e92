namespace Graflow.Logs;

/// <summary>Where the records of one run go. Appending is thread-safe and gives each record its number.</summary>
internal interface IRunLog
{
    void Append(in EventRecord record);

    /// <summary>Copies what was appended since <paramref name="position"/>, as much as <paramref name="records"/> holds or less.</summary>
    /// <returns>How many records were copied; 0 when there are none yet.</returns>
    int Read(long position, Span<EventRecord> records);
}
