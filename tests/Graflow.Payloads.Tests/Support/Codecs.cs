using System.Runtime.CompilerServices;
using Graflow.CompilerServices;

namespace Graflow.Payloads.Tests.Support;

/// <summary>Registers library codecs that nothing else here asks for, as a generated module does.</summary>
internal static class Codecs
{
    [ModuleInitializer]
    internal static void Register() => PayloadCodecs.Add(static () =>
    {
        AddScalars();
        AddCollections<int>();
        AddCollections<string>();
        AddImmutables<int>();
        AddImmutables<string>();
        AddMaps<string, int>();
        AddMaps<int, string>();
        AddMaps<byte, long>();
        AddMaps<long, byte>();
        AddTuples();
        PayloadCodecs.Add(new Chain.Codec());
    });

    private static void AddScalars()
    {
        PayloadCodecs.Add(new NullableUnmanagedCodec<int>());
        PayloadCodecs.Add(new NullableUnmanagedCodec<Guid>());
        PayloadCodecs.Add(new NullableUnmanagedCodec<DateTimeOffset>());
        PayloadCodecs.Add(new ArrayCodec<int?>());
        PayloadCodecs.Add(new ArrayCodec<int[]>());
        PayloadCodecs.Add(new ArrayCodec<bool>());
        PayloadCodecs.Add(new ArrayCodec<double>());
        PayloadCodecs.Add(new ArrayCodec<decimal>());
        PayloadCodecs.Add(new ArrayCodec<DateTime>());
        PayloadCodecs.Add(new ArrayCodec<DateTimeOffset>());
        PayloadCodecs.Add(new ListCodec<List<string>>());
    }

    private static void AddCollections<T>()
        where T : notnull
    {
        PayloadCodecs.Add(new ArrayCodec<T>());
        PayloadCodecs.Add(new ListCodec<T>());
        PayloadCodecs.Add(new HashSetCodec<T>());
        PayloadCodecs.Add(new SortedSetCodec<T>());
        PayloadCodecs.Add(new QueueCodec<T>());
        PayloadCodecs.Add(new StackCodec<T>());
        PayloadCodecs.Add(new LinkedListCodec<T>());
        PayloadCodecs.Add(new CollectionCodec<T>());
        PayloadCodecs.Add(new ObservableCollectionCodec<T>());
        PayloadCodecs.Add(new ReadOnlyCollectionCodec<T>());
        PayloadCodecs.Add(new ReadOnlyObservableCollectionCodec<T>());
        PayloadCodecs.Add(new ConcurrentQueueCodec<T>());
        PayloadCodecs.Add(new ConcurrentStackCodec<T>());
        PayloadCodecs.Add(new ConcurrentBagCodec<T>());
        PayloadCodecs.Add(new PriorityQueueCodec<T, int>());
        PayloadCodecs.Add(new EnumerableInterfaceCodec<T>());
        PayloadCodecs.Add(new CollectionInterfaceCodec<T>());
        PayloadCodecs.Add(new ListInterfaceCodec<T>());
        PayloadCodecs.Add(new ReadOnlyCollectionInterfaceCodec<T>());
        PayloadCodecs.Add(new ReadOnlyListInterfaceCodec<T>());
        PayloadCodecs.Add(new SetInterfaceCodec<T>());
        PayloadCodecs.Add(new ReadOnlySetInterfaceCodec<T>());
        PayloadCodecs.Add(new MemoryCodec<T>());
        PayloadCodecs.Add(new ReadOnlyMemoryCodec<T>());
        PayloadCodecs.Add(new ArraySegmentCodec<T>());
        PayloadCodecs.Add(new ReadOnlySequenceCodec<T>());
    }

    private static void AddImmutables<T>()
        where T : notnull
    {
        PayloadCodecs.Add(new ImmutableArrayCodec<T>());
        PayloadCodecs.Add(new ImmutableListCodec<T>());
        PayloadCodecs.Add(new ImmutableListInterfaceCodec<T>());
        PayloadCodecs.Add(new ImmutableQueueCodec<T>());
        PayloadCodecs.Add(new ImmutableQueueInterfaceCodec<T>());
        PayloadCodecs.Add(new ImmutableStackCodec<T>());
        PayloadCodecs.Add(new ImmutableStackInterfaceCodec<T>());
        PayloadCodecs.Add(new ImmutableHashSetCodec<T>());
        PayloadCodecs.Add(new ImmutableSetInterfaceCodec<T>());
        PayloadCodecs.Add(new ImmutableSortedSetCodec<T>());
        PayloadCodecs.Add(new FrozenSetCodec<T>());
    }

    private static void AddMaps<TKey, TValue>()
        where TKey : notnull
    {
        PayloadCodecs.Add(new KeyValuePairCodec<TKey, TValue>());
        PayloadCodecs.Add(new DictionaryCodec<TKey, TValue>());
        PayloadCodecs.Add(new SortedDictionaryCodec<TKey, TValue>());
        PayloadCodecs.Add(new SortedListCodec<TKey, TValue>());
        PayloadCodecs.Add(new ConcurrentDictionaryCodec<TKey, TValue>());
        PayloadCodecs.Add(new ReadOnlyDictionaryCodec<TKey, TValue>());
        PayloadCodecs.Add(new ImmutableDictionaryCodec<TKey, TValue>());
        PayloadCodecs.Add(new ImmutableSortedDictionaryCodec<TKey, TValue>());
        PayloadCodecs.Add(new ImmutableDictionaryInterfaceCodec<TKey, TValue>());
        PayloadCodecs.Add(new FrozenDictionaryCodec<TKey, TValue>());
        PayloadCodecs.Add(new DictionaryInterfaceCodec<TKey, TValue>());
        PayloadCodecs.Add(new ReadOnlyDictionaryInterfaceCodec<TKey, TValue>());
        PayloadCodecs.Add(new LookupInterfaceCodec<TKey, TValue>());
        PayloadCodecs.Add(new GroupingInterfaceCodec<TKey, TValue>());
    }

    private static void AddTuples()
    {
        PayloadCodecs.Add(new OutcomeCodec<int>());
        PayloadCodecs.Add(new OutcomeCodec<string>());
        PayloadCodecs.Add(new OutcomeCodec<List<string>>());
        PayloadCodecs.Add(new ReadOnlyListInterfaceCodec<Outcome<string>>());
        PayloadCodecs.Add(new ValueTupleCodec<int, string>());
        PayloadCodecs.Add(new ValueTupleCodec<int, double>());
        PayloadCodecs.Add(new ValueTupleCodec<byte, long>());
        PayloadCodecs.Add(new ValueTupleCodec<string>());
        PayloadCodecs.Add(new ValueTupleCodec<int, string, bool, long, double, float, short, ValueTuple<string>>());
        PayloadCodecs.Add(new NullableCodec<(int, string)>());
        PayloadCodecs.Add(new TupleCodec<int, string>());
        PayloadCodecs.Add(new TupleCodec<int, string, bool, long, double, float, short, Tuple<string>>());
        PayloadCodecs.Add(new TupleCodec<string>());
        PayloadCodecs.Add(new LazyCodec<string>());
    }
}
