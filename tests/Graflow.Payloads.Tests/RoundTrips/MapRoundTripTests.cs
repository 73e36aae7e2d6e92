using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using FsCheck.Fluent;
using Xunit;

namespace Graflow.Payloads.Tests.RoundTrips;

public sealed class MapRoundTripTests
{
    [Fact]
    public void Dictionaries_from_text_to_number_come_back() => Maps<string, int>();

    [Fact]
    public void Dictionaries_from_number_to_text_come_back() => Maps<int, string>();

    [Fact]
    public void Dictionaries_with_padding_after_the_key_come_back() => Maps<byte, long>();

    [Fact]
    public void Dictionaries_with_padding_after_the_value_come_back() => Maps<long, byte>();

    [Fact]
    public void Pairs_of_unmanaged_types_are_their_memory_with_padding_cleared()
    {
        Assert.Equal("01000000" + "0700000000000000" + "0900000000000000", Hex(new Dictionary<byte, long> { [7] = 9 }));
        Assert.Equal("01000000" + "0900000000000000" + "0700000000000000", Hex(new Dictionary<long, byte> { [9] = 7 }));
        Assert.Equal("0700000000000000" + "0900000000000000", Hex(new KeyValuePair<byte, long>(7, 9)));
    }

    [Fact]
    public void Priority_queues_come_back()
    {
        var queue = new PriorityQueue<string, int>([("late", 3), ("first", 1), ("second", 2)]);
        var read = PayloadSerializer.Deserialize<PriorityQueue<string, int>>(PayloadSerializer.Serialize(queue));
        Assert.Equal(["first", "second", "late"], [read.Dequeue(), read.Dequeue(), read.Dequeue()]);
    }

    [Fact]
    public void Concurrent_bags_come_back_in_any_order()
    {
        var read = PayloadSerializer.Deserialize<ConcurrentBag<int>>(PayloadSerializer.Serialize(new ConcurrentBag<int>([1, 2, 3])));
        Assert.Equal([1, 2, 3], read.Order());
    }

    [Fact]
    public void Tuples_come_back()
    {
        RoundTrip.Of<(int, string)>();
        RoundTrip.Of<(int, double)>();
        RoundTrip.Of<(byte, long)>();
        RoundTrip.Of<(int, string)?>();
        RoundTrip.Of<(int, string, bool, long, double, float, short, string)>();
        RoundTrip.Of<Tuple<int, string>>();
        RoundTrip.Of<Tuple<int, string, bool, long, double, float, short, Tuple<string>>>();
    }

    private static string Hex<T>(T value) => Convert.ToHexStringLower(PayloadSerializer.Serialize(value));

    private static void Maps<TKey, TValue>()
        where TKey : notnull
    {
        Map<Dictionary<TKey, TValue>, TKey, TValue>(static pairs => pairs);
        Map<SortedDictionary<TKey, TValue>, TKey, TValue>(static pairs => new(pairs));
        Map<SortedList<TKey, TValue>, TKey, TValue>(static pairs => new(pairs));
        Map<ConcurrentDictionary<TKey, TValue>, TKey, TValue>(static pairs => new(pairs));
        Map<ReadOnlyDictionary<TKey, TValue>, TKey, TValue>(static pairs => new(pairs));
        Map<ImmutableDictionary<TKey, TValue>, TKey, TValue>(static pairs => pairs.ToImmutableDictionary());
        Map<ImmutableSortedDictionary<TKey, TValue>, TKey, TValue>(static pairs => pairs.ToImmutableSortedDictionary());
        Map<FrozenDictionary<TKey, TValue>, TKey, TValue>(static pairs => pairs.ToFrozenDictionary());
        Map<IDictionary<TKey, TValue>, TKey, TValue>(static pairs => new SortedList<TKey, TValue>(pairs));
        Map<IReadOnlyDictionary<TKey, TValue>, TKey, TValue>(static pairs => pairs);
        Map<IImmutableDictionary<TKey, TValue>, TKey, TValue>(static pairs => pairs.ToImmutableDictionary());
    }

    private static void Map<TMap, TKey, TValue>(Func<Dictionary<TKey, TValue>, TMap> make)
        where TMap : IEnumerable<KeyValuePair<TKey, TValue>>
        where TKey : notnull
    {
        var pairs = ArbMap.Default.GeneratorFor<(TKey, TValue)[]>()
            .Select(static pairs => Distinct(pairs));
        RoundTrip.Of(pairs.Select(make), static (expected, actual) => Assert.Equal(expected.ToDictionary(), actual.ToDictionary()), isOrdered: false);
    }

    /// <summary>Distinct for sorted dictionaries too: cultures take texts for equal that are not.</summary>
    private static Dictionary<TKey, TValue> Distinct<TKey, TValue>((TKey Key, TValue Value)[] pairs)
        where TKey : notnull
    {
        var sorted = new SortedDictionary<TKey, TValue>();
        foreach (var (key, value) in pairs.Where(static pair => pair.Key is not null))
        {
            sorted.TryAdd(key, value);
        }

        return new(sorted);
    }
}
