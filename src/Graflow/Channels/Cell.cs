using Graflow.CompilerServices;

namespace Graflow.Channels;

/// <summary>What a key of a <see cref="MemoryChannel"/> holds. Never changes, so that its identity is its version; lists are read and extended under the channel's lock only.</summary>
internal abstract class Cell(TimeSpan expiresAt)
{
    internal static readonly TimeSpan Never = TimeSpan.MaxValue;

    private static long _lastVersion;

    private long _version;

    internal TimeSpan ExpiresAt { get; } = expiresAt;

    /// <summary>The identity as a number, given when somebody in another process asks for it; never zero.</summary>
    internal long Version
    {
        get => Volatile.Read(ref _version) is var known and not 0 ? known
            : Interlocked.CompareExchange(ref _version, Interlocked.Increment(ref _lastVersion), 0) is var other and not 0 ? other
            : Volatile.Read(ref _version);
        init => _version = value;
    }

    /// <summary>The type of what the key holds, with its namespace, for messages.</summary>
    internal abstract string TypeText { get; }

    /// <summary>The type that <see cref="Write"/> writes, with its namespace.</summary>
    internal virtual string WireType => TypeText;

    internal virtual bool IsNull => false;

    /// <summary>The same as something that may be read when the channel's lock is left.</summary>
    internal virtual Cell Frozen => this;

    internal static Cell Of<T>(T value, TimeSpan expiresAt) =>
        value is ChannelPayload payload ? payload.Given.Until(expiresAt) : new ValueCell<T>(value, expiresAt);

    /// <exception cref="ChannelTypeException">It is no <typeparamref name="T"/>.</exception>
    internal T Read<T>(string key) =>
        typeof(T) == typeof(ChannelPayload) ? (T)(object)new ChannelPayload(this) { IsRead = true }
        : TryRead(out T value) ? value
        : throw new ChannelTypeException(key, TypeText, typeof(T).ToString());

    internal static Cell Increment(Cell? current, string key, long by)
    {
        var sum = checked((current is null ? 0 : current.Read<long>(key)) + by);
        return new ValueCell<long>(sum, current?.ExpiresAt ?? Never);
    }

    /// <returns>The longer list, and how many elements it has.</returns>
    internal static (Cell List, int Count) Append<T>(Cell? current, string key, T item)
    {
        if (item is ChannelPayload payload)
        {
            return (current ?? PayloadListCell.Empty(payload.Given.TypeText, Never)).AppendPayload(key, payload.Given);
        }

        var list = current switch
        {
            ListCell<T> known => known.With(item),
            null => new ListCell<T>([item], 1, Never),
            _ => ListCell<T>.CopyOf(current.Read<List<T>?>(key), item, current.ExpiresAt),
        };
        return (list, list.Count);
    }

    /// <summary>Writes the value as <see cref="WireType"/>; not called for null.</summary>
    /// <exception cref="NotSerializableException">The type has no codec.</exception>
    internal abstract void Write(ref PayloadWriter writer);

    protected abstract bool TryRead<T>(out T value);

    /// <summary>Adds an element that another process encoded to the end of a list.</summary>
    /// <param name="key">The key, for the message.</param>
    /// <param name="item">The element's bytes, with the list's type.</param>
    private protected virtual (Cell List, int Count) AppendPayload(string key, PayloadCell item) => throw new ChannelTypeException(key, TypeText, item.TypeText);
}
