using System.Collections;

namespace Graflow.CompilerServices;

/// <summary>A key and its elements, as a payload had them.</summary>
internal sealed class ReadGrouping<TKey, TElement>(TKey key, TElement[] elements) : IGrouping<TKey, TElement>
{
    public TKey Key => key;

    public IEnumerator<TElement> GetEnumerator() => elements.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
