using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using FsCheck.Fluent;
using Xunit;

namespace Graflow.Payloads.Tests.RoundTrips;

public sealed class CollectionRoundTripTests
{
    [Fact]
    public void Arrays_come_back()
    {
        RoundTrip.Of<int[]>();
        RoundTrip.Of<string?[]>();
        RoundTrip.Of<byte[]>();
        RoundTrip.Of<bool[]>();
        RoundTrip.Of<double[]>();
        RoundTrip.Of<decimal[]>();
        RoundTrip.Of<DateTime[]>();
        RoundTrip.Of<DateTimeOffset[]>();
        RoundTrip.Of<int?[]>();
        RoundTrip.Of<int[][]>();
        RoundTrip.Of<List<List<string>>>();
    }

    [Fact]
    public void Collections_of_numbers_come_back() => Collections<int>();

    [Fact]
    public void Collections_of_texts_come_back() => Collections<string>();

    [Fact]
    public void Interfaces_of_numbers_come_back() => Interfaces<int>();

    [Fact]
    public void Interfaces_of_texts_come_back() => Interfaces<string>();

    [Fact]
    public void Immutable_collections_of_numbers_come_back() => Immutables<int>();

    [Fact]
    public void Immutable_collections_of_texts_come_back() => Immutables<string>();

    [Fact]
    public void An_enumerable_that_must_be_run_to_be_counted_comes_back() =>
        RoundTrip.OfElements<IEnumerable<int>, int>(static e => e.Where(static _ => true));

    [Fact]
    public void A_stack_keeps_its_top()
    {
        var stack = PayloadSerializer.Deserialize<Stack<int>>(PayloadSerializer.Serialize(new Stack<int>([1, 2, 3])));
        Assert.Equal(3, stack.Pop());
        var concurrent = PayloadSerializer.Deserialize<ConcurrentStack<int>>(PayloadSerializer.Serialize(new ConcurrentStack<int>([1, 2, 3])));
        Assert.True(concurrent.TryPop(out var top));
        Assert.Equal(3, top);
        var immutable = PayloadSerializer.Deserialize<ImmutableStack<int>>(PayloadSerializer.Serialize(ImmutableStack.Create(1, 2, 3)));
        Assert.Equal(3, immutable.Peek());
    }

    private static void Collections<T>()
        where T : notnull
    {
        RoundTrip.OfElements<List<T>, T>(static e => [.. e]);
        RoundTrip.OfElements<Queue<T>, T>(static e => new(e));
        RoundTrip.OfElements<Stack<T>, T>(static e => new(e));
        RoundTrip.OfElements<LinkedList<T>, T>(static e => new(e));
        RoundTrip.OfElements<HashSet<T>, T>(static e => [.. e]);
        RoundTrip.OfElements<SortedSet<T>, T>(static e => [.. e]);
        RoundTrip.OfElements<Collection<T>, T>(static e => [.. e]);
        RoundTrip.OfElements<ObservableCollection<T>, T>(static e => [.. e]);
        RoundTrip.OfElements<ReadOnlyCollection<T>, T>(static e => new(e));
        RoundTrip.OfElements<ReadOnlyObservableCollection<T>, T>(static e => new([.. e]));
        RoundTrip.OfElements<ConcurrentQueue<T>, T>(static e => new(e));
        RoundTrip.OfElements<ConcurrentStack<T>, T>(static e => new(e));
        RoundTrip.OfElements<ArraySegment<T>, T>(static e => new([default!, .. e, default!], 1, e.Length));
        RoundTrip.Of(ArbMap.Default.GeneratorFor<T[]>().Select(static e => new Memory<T>(e)), static (expected, actual) => Assert.Equal(expected.ToArray(), actual.ToArray()));
        RoundTrip.Of(ArbMap.Default.GeneratorFor<T[]>().Select(static e => new ReadOnlyMemory<T>(e)), static (expected, actual) => Assert.Equal(expected.ToArray(), actual.ToArray()));
    }

    private static void Interfaces<T>()
        where T : notnull
    {
        RoundTrip.OfElements<IEnumerable<T>, T>(static e => e);
        RoundTrip.OfElements<ICollection<T>, T>(static e => new LinkedList<T>(e));
        RoundTrip.OfElements<IList<T>, T>(static e => new Collection<T>(e));
        RoundTrip.OfElements<IReadOnlyCollection<T>, T>(static e => new Queue<T>(e));
        RoundTrip.OfElements<IReadOnlyList<T>, T>(static e => e);
        RoundTrip.OfElements<ISet<T>, T>(static e => new HashSet<T>(e));
        RoundTrip.OfElements<IReadOnlySet<T>, T>(static e => new HashSet<T>(e));
    }

    private static void Immutables<T>()
        where T : notnull
    {
        RoundTrip.OfElements<ImmutableArray<T>, T>(static e => [.. e]);
        RoundTrip.OfElements<ImmutableList<T>, T>(static e => [.. e]);
        RoundTrip.OfElements<IImmutableList<T>, T>(static e => ImmutableList.Create(e));
        RoundTrip.OfElements<ImmutableQueue<T>, T>(static e => ImmutableQueue.Create(e));
        RoundTrip.OfElements<IImmutableQueue<T>, T>(static e => ImmutableQueue.Create(e));
        RoundTrip.OfElements<ImmutableStack<T>, T>(static e => ImmutableStack.Create(e));
        RoundTrip.OfElements<IImmutableStack<T>, T>(static e => ImmutableStack.Create(e));
        RoundTrip.OfElements<ImmutableSortedSet<T>, T>(static e => [.. e]);
        RoundTrip.Of(ArbMap.Default.GeneratorFor<T[]>().Select(static e => e.ToImmutableHashSet()), static (expected, actual) => Assert.True(expected.SetEquals(actual)), isOrdered: false);
        RoundTrip.Of(ArbMap.Default.GeneratorFor<T[]>().Select(static e => (IImmutableSet<T>)e.ToImmutableHashSet()), static (expected, actual) => Assert.True(expected.SetEquals(actual)), isOrdered: false);
    }
}
