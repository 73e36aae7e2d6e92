using System.Collections;

namespace Graflow.CompilerServices;

/// <summary>Groups by their keys, in the order in which a payload had them. As in any lookup, a key may be null.</summary>
internal sealed class ReadLookup<TKey, TElement> : ILookup<TKey, TElement>
{
    private readonly List<IGrouping<TKey, TElement>> _groups = [];
    private readonly Dictionary<ValueTuple<TKey>, IGrouping<TKey, TElement>> _byKey = [];

    public int Count => _groups.Count;

    public IEnumerable<TElement> this[TKey key] => _byKey.TryGetValue(new(key), out var group) ? group : [];

    public bool Contains(TKey key) => _byKey.ContainsKey(new(key));

    public IEnumerator<IGrouping<TKey, TElement>> GetEnumerator() => _groups.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal bool TryAdd(IGrouping<TKey, TElement> group)
    {
        if (!_byKey.TryAdd(new(group.Key), group))
        {
            return false;
        }

        _groups.Add(group);
        return true;
    }
}
