using Graflow.Channels;
using Graflow.Redis.Scripts;
using Graflow.Redis.Tasks;

namespace Graflow.Redis.Channels;

/// <summary>Recorded writes as the scripts take them.</summary>
internal static class StoredWrites
{
    // Beyond it a moment in microseconds is no exact double; it is as good as for ever.
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(36_500);

    /// <exception cref="NotSerializableException">A value's type has no codec.</exception>
    /// <exception cref="PayloadTooLargeException">A value is too large.</exception>
    internal static Arguments AddWrites(this Arguments arguments, IReadOnlyList<ChannelWrite> writes) => arguments.AddAll(writes, Add);

    /// <summary>What is thrown for a write that does not fit.</summary>
    /// <param name="write">The write.</param>
    /// <param name="why">The script's word for it: <c>type</c> or <c>overflow</c>.</param>
    /// <param name="found">The type that the key holds.</param>
    internal static Exception Misfit(ChannelWrite write, string why, string found) => why == "overflow"
        ? Overflow(write.Key)
        : new ChannelTypeException(write.Key, found, write.Encode()?.TypeText ?? typeof(long).ToString());

    internal static OverflowException Overflow(string key) => new($"The counter '{key}' of the channel would be no long.");

    internal static byte[] Check(string key, byte[] bytes) => PayloadSize.Check(bytes, $"the channel's key '{key}'");

    /// <summary>A time to live as the scripts take it: zero is for ever.</summary>
    internal static TimeSpan Life(TimeSpan? ttl) => ttl > LongestLife ? TimeSpan.Zero : ttl ?? TimeSpan.Zero;

    private static void Add(Arguments arguments, ChannelWrite write)
    {
        switch (write.Operation)
        {
            case ChannelOperation.Set or ChannelOperation.TryAdd:
                var stored = StoredCell.Of(write.Encode()!);
                arguments.Add(write.Operation == ChannelOperation.Set ? "set" : "add").Add(write.Key)
                    .Add(stored.Kind).Add(stored.Type).Add(Check(write.Key, stored.Value)).Add(Life(write.Ttl));
                break;
            case ChannelOperation.Append:
                var element = write.Encode()!;
                arguments.Add("append").Add(write.Key).Add(element.TypeText).Add(Check(write.Key, element.Bytes.ToArray()));
                break;
            case ChannelOperation.Increment:
                arguments.Add("increment").Add(write.Key).Add(((IncrementWrite)write).By);
                break;
            default:
                arguments.Add("delete").Add(write.Key);
                break;
        }
    }
}
