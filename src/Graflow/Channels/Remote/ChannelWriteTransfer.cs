using Graflow.CompilerServices;

namespace Graflow.Channels;

/// <summary>A recorded write on its way to the run that applies it.</summary>
internal static class ChannelWriteTransfer
{
    internal static void Write(ref PayloadWriter writer, ChannelWrite write)
    {
        writer.WriteUnmanaged((byte)write.Operation);
        writer.WriteString(write.Key);
        write.WriteRest(ref writer);
    }

    /// <exception cref="PayloadException">The bytes are no write that a channel takes.</exception>
    internal static ChannelWrite Read(ref PayloadReader reader)
    {
        var start = reader.Offset;
        var operation = (ChannelOperation)reader.ReadUnmanaged<byte>();
        var key = ReadKey(ref reader);
        return operation switch
        {
            ChannelOperation.Set => new SetWrite<ChannelPayload>(key, ReadPayload(ref reader, out var ttl), ttl),
            ChannelOperation.TryAdd => new TryAddWrite<ChannelPayload>(key, ReadPayload(ref reader, out var ttl), ttl),
            ChannelOperation.Append => new AppendWrite<ChannelPayload>(key, new ChannelPayload(PayloadCellTransfer.Read(ref reader))),
            ChannelOperation.Increment => new IncrementWrite(key, reader.ReadUnmanaged<long>()),
            ChannelOperation.Delete => new DeleteWrite(key),
            _ => throw new PayloadException(start, $"No write has the number {(byte)operation}: a newer version wrote it."),
        };
    }

    internal static void WriteTtl(ref PayloadWriter writer, TimeSpan? ttl) => writer.WriteUnmanaged(ttl ?? TimeSpan.Zero);

    /// <summary>A time to live, more than zero, or null.</summary>
    internal static TimeSpan? ReadTtl(ref PayloadReader reader) => reader.ReadUnmanaged<TimeSpan>() is var ttl && ttl >= TimeSpan.Zero
        ? ttl == TimeSpan.Zero ? null : ttl
        : throw new PayloadException(reader.Offset - sizeof(long), $"A time to live is {ttl}; it must be more than zero.");

    internal static string ReadKey(ref PayloadReader reader) => reader.ReadString() is { Length: > 0 } key
        ? key
        : throw new PayloadException(reader.Offset, "A key of the channel is empty.");

    internal static ChannelPayload ReadPayload(ref PayloadReader reader, out TimeSpan? ttl)
    {
        ttl = ReadTtl(ref reader);
        return new ChannelPayload(PayloadCellTransfer.Read(ref reader));
    }
}
