namespace Graflow.Logs;

/// <summary>The first record of every journal.</summary>
internal sealed record RunStartedRecord
{
    /// <summary>The version of the records after it.</summary>
    internal const byte Format = 1;

    internal required DateTimeOffset Time { get; init; }

    internal required string RunId { get; init; }

    /// <summary>The workflow's name.</summary>
    internal required string Workflow { get; init; }

    /// <summary>The flow's structure, to be held against that of the program that goes on.</summary>
    internal string Structure => field ??= PackedText.Unpack(PackedStructure.Span);

    /// <summary>The same as it is recorded.</summary>
    internal ReadOnlyMemory<byte> PackedStructure { get; init; }

    internal long MaxSteps { get; init; }

    internal TimeSpan? Deadline { get; init; }

    /// <summary>The run's own execution, in words; null where it has the engine's.</summary>
    internal string? Execution { get; init; }

    /// <summary>The run that this one was made from; null for none.</summary>
    internal string? Origin { get; init; }

    internal ReadOnlyMemory<byte> BoundValues { get; init; }

    /// <summary>What the run's options put into its channel, as changes of an empty one.</summary>
    internal ReadOnlyMemory<byte> Channel { get; init; }

    internal ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>Reads the beginning of a run's journal.</summary>
    /// <exception cref="RunLogException">There is none, or a newer version wrote it.</exception>
    internal static RunStartedRecord Of(string runId, JournalContent content) =>
        Read(content.Records is [var first, ..] ? first : throw RunLogException.Empty(runId));

    internal void Write(in RecordWriter writer)
    {
        writer.Byte(Format);
        writer.Time(Time);
        writer.Text(RunId);
        writer.Text(Workflow);
        writer.Bytes(PackedStructure.Span);
        writer.Number((ulong)MaxSteps);
        writer.Number((ulong)(Deadline?.Ticks ?? 0));
        writer.Text(Execution);
        writer.Text(Origin);
        writer.Bytes(BoundValues.Span);
        writer.Bytes(Channel.Span);
        writer.Rest(Input.Span);
    }

    /// <exception cref="RunLogException">A newer version wrote it, or it is none.</exception>
    internal static RunStartedRecord Read(ReadOnlyMemory<byte> record)
    {
        var reader = new RecordReader(record);
        if (reader.Kind != RecordKind.RunStarted)
        {
            throw new RunLogException($"A journal begins with a record of the kind {(byte)reader.Kind}, not with the run's start. It belongs to something else, or was cut at its beginning: restore it, or delete the run.");
        }

        if (reader.Byte() is var format && format != Format)
        {
            throw new RunLogException($"The journal has the format {format}, and this version of Graflow reads {Format}. Update this program first.");
        }

        return new RunStartedRecord
        {
            Time = reader.Time(),
            RunId = reader.Text() ?? "",
            Workflow = reader.Text() ?? "",
            PackedStructure = reader.Bytes(),
            MaxSteps = (long)reader.ULong(),
            Deadline = reader.ULong() is var ticks && ticks > 0 ? TimeSpan.FromTicks((long)ticks) : null,
            Execution = reader.Text(),
            Origin = reader.Text(),
            BoundValues = reader.Bytes(),
            Channel = reader.Bytes(),
            Input = reader.Rest(),
        };
    }
}
