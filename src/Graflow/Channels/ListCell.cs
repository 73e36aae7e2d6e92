using Graflow.CompilerServices;

namespace Graflow.Channels;

/// <summary>The first elements of a list that is shared with the cells it was extended from: appending costs no copy, and an older cell stays what it was.</summary>
internal sealed class ListCell<TItem>(List<TItem> shared, int count, TimeSpan expiresAt) : Cell(expiresAt)
{
    // Whoever appends elements names their type, not that of the list.
    static ListCell() => PayloadCodecs.Add(new ListCodec<TItem>());

    internal int Count => count;

    internal override string TypeText => typeof(List<TItem>).ToString();

    internal override Cell Frozen => new ValueCell<List<TItem>>(shared.GetRange(0, count), ExpiresAt) { Version = Version };

    internal static ListCell<TItem> CopyOf(List<TItem>? list, TItem item, TimeSpan expiresAt)
    {
        List<TItem> copy = [.. list ?? [], item];
        return new ListCell<TItem>(copy, copy.Count, expiresAt);
    }

    internal ListCell<TItem> With(TItem item)
    {
        // An append that was prepared and given up has left its element behind.
        var list = shared.Count == count ? shared : shared.GetRange(0, count);
        list.Add(item);
        return new ListCell<TItem>(list, count + 1, ExpiresAt);
    }

    internal override void Write(ref PayloadWriter writer) => Frozen.Write(ref writer);

    protected override bool TryRead<T>(out T result)
    {
        var fits = shared is T;
        result = fits ? (T)(object)shared.GetRange(0, count) : default!;
        return fits;
    }

    private protected override (Cell List, int Count) AppendPayload(string key, PayloadCell item) =>
        TypeText == item.TypeText ? (With(PayloadSerializer.Deserialize<TItem>(item.Bytes.Span)), count + 1) : base.AppendPayload(key, item);
}
