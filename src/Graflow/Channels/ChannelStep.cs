using Graflow.CompilerServices;

namespace Graflow.Channels;

/// <summary>One change of a channel as a journal has it: what was done, not what came of it, so that an element that is appended to a long list takes as many bytes as it has.</summary>
/// <param name="Kind">What was done; the numbers of writes that depend on the moment, such as <see cref="ChannelOperation.TryAdd"/>, are not among them.</param>
/// <param name="Key">To which key; empty where it is all of them.</param>
internal readonly record struct ChannelStep(ChannelOperation Kind, string Key)
{
    /// <summary>The value, or an element with its list's type.</summary>
    internal PayloadCell? Value { get; private init; }

    internal long By { get; private init; }

    /// <summary>When the key expires, in whichever process; null for never.</summary>
    internal DateTimeOffset? ExpiresAt { get; private init; }

    /// <summary>What watchers and events are told of it.</summary>
    internal ChannelChangeKind Change => Kind switch
    {
        ChannelOperation.Delete or ChannelOperation.Clear => ChannelChangeKind.Deleted,
        ChannelOperation.Expire => ChannelChangeKind.Expired,
        _ => ChannelChangeKind.Set,
    };

    internal static ChannelStep Clear { get; } = new(ChannelOperation.Clear, "");

    internal static ChannelStep Set(string key, PayloadCell value, DateTimeOffset? expiresAt) => new(ChannelOperation.Set, key) { Value = value, ExpiresAt = expiresAt };

    internal static ChannelStep Delete(string key) => new(ChannelOperation.Delete, key);

    internal static ChannelStep Expire(string key) => new(ChannelOperation.Expire, key);

    internal static ChannelStep Increment(string key, long by) => new(ChannelOperation.Increment, key) { By = by };

    internal static ChannelStep Append(string key, PayloadCell element) => new(ChannelOperation.Append, key) { Value = element };

    internal void Write(ref PayloadWriter writer)
    {
        writer.WriteUnmanaged((byte)Kind);
        if (Kind == ChannelOperation.Clear)
        {
            return;
        }

        writer.WriteString(Key);
        switch (Kind)
        {
            case ChannelOperation.Set:
                writer.WriteUnmanaged(ExpiresAt?.UtcTicks ?? 0);
                PayloadCellTransfer.Write(ref writer, Value!);
                break;
            case ChannelOperation.Append:
                PayloadCellTransfer.Write(ref writer, Value!);
                break;
            case ChannelOperation.Increment:
                writer.WriteUnmanaged(By);
                break;
            default:
                break;
        }
    }

    /// <summary>Reads the changes of one record, in the order in which they were made.</summary>
    /// <exception cref="PayloadException">A newer version wrote them.</exception>
    internal static IReadOnlyList<ChannelStep> ReadAll(ReadOnlySpan<byte> bytes)
    {
        var steps = new List<ChannelStep>();
        var reader = new PayloadReader(bytes);
        while (reader.Remaining > 0)
        {
            steps.Add(Read(ref reader));
        }

        return steps;
    }

    private static ChannelStep Read(ref PayloadReader reader)
    {
        var start = reader.Offset;
        var kind = (ChannelOperation)reader.ReadUnmanaged<byte>();
        var key = kind == ChannelOperation.Clear ? "" : ChannelWriteTransfer.ReadKey(ref reader);
        return kind switch
        {
            ChannelOperation.Set => Set(key, expiresAt: ReadTime(ref reader), value: PayloadCellTransfer.Read(ref reader)),
            ChannelOperation.Append => Append(key, PayloadCellTransfer.Read(ref reader)),
            ChannelOperation.Increment => Increment(key, reader.ReadUnmanaged<long>()),
            ChannelOperation.Delete or ChannelOperation.Expire or ChannelOperation.Clear => new ChannelStep(kind, key),
            _ => throw new PayloadException(start, $"No change of a channel has the number {(byte)kind}: a newer version wrote it. Update this program first."),
        };
    }

    private static DateTimeOffset? ReadTime(ref PayloadReader reader)
    {
        var ticks = reader.ReadUnmanaged<long>();
        return ticks == 0 ? null
            : ticks > 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : throw new PayloadException(reader.Offset - sizeof(long), "A key expires at a time that does not exist.");
    }
}
