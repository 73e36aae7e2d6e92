namespace Graflow.Channels;

/// <summary>The first elements of a list that is shared with the cells it was extended from: appending costs no copy, and an older cell stays what it was.</summary>
internal sealed class ListCell<TItem>(List<TItem> shared, int count, TimeSpan expiresAt) : Cell(expiresAt)
{
    internal int Count => count;

    protected override Type Type => typeof(List<TItem>);

    internal ListCell<TItem> With(TItem item)
    {
        // An append that was prepared and given up has left its element behind.
        var list = shared.Count == count ? shared : shared.GetRange(0, count);
        list.Add(item);
        return new ListCell<TItem>(list, count + 1, ExpiresAt);
    }

    protected override bool TryRead<T>(out T result)
    {
        var fits = shared is T;
        result = fits ? (T)(object)shared.GetRange(0, count) : default!;
        return fits;
    }
}
