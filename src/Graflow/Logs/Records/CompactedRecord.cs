namespace Graflow.Logs;

/// <summary>Stands for records that were left out of a journal because later ones overtook them.</summary>
/// <param name="Steps">How many continuations and side tasks they told of.</param>
/// <param name="LastFrame">The highest number that a frame had.</param>
/// <param name="Signals">The ids of the signals that reached the run and were answered.</param>
internal sealed record CompactedRecord(long Steps, int LastFrame, IReadOnlyList<string> Signals)
{
    internal byte[] Write(TimeSpan elapsed)
    {
        using var record = RecordWriter.Begin(RecordKind.Compacted, elapsed);
        record.Number((ulong)Steps);
        record.Number(LastFrame);
        record.Number(Signals.Count);
        foreach (var id in Signals)
        {
            record.Text(id);
        }

        return record.Written.ToArray();
    }

    internal static CompactedRecord Read(ReadOnlyMemory<byte> record)
    {
        var reader = new RecordReader(record);
        var (steps, lastFrame, signals) = ((long)reader.ULong(), reader.Number(), new List<string>());
        for (var count = reader.Number(); count > 0; count--)
        {
            signals.Add(reader.Text() ?? "");
        }

        return new CompactedRecord(steps, lastFrame, signals);
    }
}
