namespace Graflow.Channels;

/// <summary>What a key of a <see cref="MemoryChannel"/> holds. Never changes, so that its identity is its version; read and extended under the channel's lock only.</summary>
internal abstract class Cell(TimeSpan expiresAt)
{
    internal static readonly TimeSpan Never = TimeSpan.MaxValue;

    internal TimeSpan ExpiresAt { get; } = expiresAt;

    protected abstract Type Type { get; }

    internal T Read<T>(string key) => TryRead(out T value) ? value : throw new ChannelTypeException(key, Type, typeof(T));

    internal static Cell Increment(Cell? current, string key, long by)
    {
        var sum = checked((current is null ? 0 : current.Read<long>(key)) + by);
        return new ValueCell<long>(sum, current?.ExpiresAt ?? Never);
    }

    internal static ListCell<T> Append<T>(Cell? current, string key, T item) => current switch
    {
        ListCell<T> list => list.With(item),
        null => new ListCell<T>([item], 1, Never),
        _ => CopyOf(current.Read<List<T>?>(key), item, current.ExpiresAt),
    };

    protected abstract bool TryRead<T>(out T value);

    private static ListCell<T> CopyOf<T>(List<T>? list, T item, TimeSpan expiresAt)
    {
        List<T> copy = [.. list ?? [], item];
        return new ListCell<T>(copy, copy.Count, expiresAt);
    }
}
