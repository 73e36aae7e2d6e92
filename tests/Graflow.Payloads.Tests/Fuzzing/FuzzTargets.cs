using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using Graflow.Payloads.Tests.Shapes;
using Graflow.Payloads.Tests.Support;

namespace Graflow.Payloads.Tests.Fuzzing;

/// <summary>What is fuzzed: one line a type.</summary>
internal static class FuzzTargets
{
    private static readonly TaskFailure Failed = new("Orders.Fetch", 2, new InvalidOperationException("down"));
    private static readonly DateTimeOffset Moment = new(2026, 11, 21, 1, 2, 3, TimeSpan.FromHours(9));

    public static IReadOnlyList<FuzzTarget> All { get; } = [.. Scalars(), .. Collections(), .. Maps(), .. Objects(), .. Generated()];

    private static IEnumerable<FuzzTarget> Scalars() =>
    [
        FuzzTarget.Of(true, false),
        FuzzTarget.Of(1.25m, decimal.MinValue),
        FuzzTarget.Of(Moment, DateTimeOffset.MaxValue),
        FuzzTarget.Of(new Rune('x'), new Rune(0x1F680)),
        FuzzTarget.Of<DateTimeOffset?>(Moment, null),
        FuzzTarget.Of("", "hello", "日本語🚀", "\ud800 alone", null),
        FuzzTarget.Of(new Uri("https://example.com/a?b=c"), new Uri("/relative", UriKind.Relative), null),
        FuzzTarget.Of(new Version(1, 2, 3, 4), new Version(1, 2), null),
        FuzzTarget.Of(BigInteger.Pow(7, 100), BigInteger.MinusOne),
        FuzzTarget.Of(new BitArray(70, true), null),
        FuzzTarget.Of(new StringBuilder("text"), null),
        FuzzTarget.Of(TimeZoneInfo.Utc, TimeZoneInfo.CreateCustomTimeZone("Test", TimeSpan.FromHours(5.5), "Test", "Test"), null),
        FuzzTarget.Of(CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("de-DE"), null),
    ];

    private static IEnumerable<FuzzTarget> Collections() =>
    [
        FuzzTarget.Of<int[]>([1, 2, 3], []),
        FuzzTarget.Of<bool[]>([true, false, true]),
        FuzzTarget.Of<DateTimeOffset[]>([Moment, Moment]),
        FuzzTarget.Of<string?[]>(["a", null, "日本語🚀"]),
        FuzzTarget.Of<List<List<string>>?>([["a", "b"], [], ["c"]], null),
        FuzzTarget.Of<HashSet<string>>(["a", "b", "c"]),
        FuzzTarget.Of<SortedSet<int>>([3, 1, 2]),
        FuzzTarget.Of(new Stack<int>([1, 2, 3])),
        FuzzTarget.Of(new LinkedList<string>(["a", "b"])),
        FuzzTarget.Of(new ConcurrentQueue<int>([1, 2, 3])),
        FuzzTarget.Of<ImmutableArray<int>>([1, 2, 3], default),
        FuzzTarget.Of<ImmutableSortedSet<int>>([1, 2, 3]),
        FuzzTarget.Of<FrozenSet<string>>(new[] { "a", "b" }.ToFrozenSet()),
        FuzzTarget.Of<IReadOnlyList<string>>(new[] { "a", "b" }),
        FuzzTarget.Of(new PriorityQueue<string, int>([("a", 1), ("b", 2)])),
        FuzzTarget.Of(new ReadOnlySequence<int>([1, 2, 3]), default),
        FuzzTarget.Of(new[] { (1, "a"), (2, "b"), (1, "c") }.ToLookup(static pair => pair.Item1, static pair => pair.Item2), null),
        FuzzTarget.Of(new[] { "a", "b" }.GroupBy(static _ => 7).Single(), null),
        FuzzTarget.Of(new Lazy<string>("a"), null),
    ];

    private static IEnumerable<FuzzTarget> Maps() =>
    [
        FuzzTarget.Of(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }, null),
        FuzzTarget.Of(new Dictionary<byte, long> { [1] = 1, [2] = 2 }),
        FuzzTarget.Of(new SortedList<string, int> { ["a"] = 1, ["b"] = 2 }),
        FuzzTarget.Of(new Dictionary<int, string> { [1] = "a", [2] = "b" }.ToImmutableSortedDictionary()),
        FuzzTarget.Of(new Dictionary<int, string> { [1] = "a", [2] = "b" }.ToFrozenDictionary()),
    ];

    private static IEnumerable<FuzzTarget> Objects() =>
    [
        FuzzTarget.Of((1, "a", true, 2L, 3.0, 4f, (short)5, "h")),
        FuzzTarget.Of<(int, string)?>((1, "a"), null),
        FuzzTarget.Of(Tuple.Create(1, "a"), null),
        FuzzTarget.Of(Failed, null),
        FuzzTarget.Of(new Outcome<int>(7), new Outcome<int>(OutcomeKind.Failed, Failed), default),
        FuzzTarget.Of(new Outcome<List<string>>(["a"]), new Outcome<List<string>>(OutcomeKind.Skipped, Failed), new Outcome<List<string>>(OutcomeKind.Cancelled, failure: null)),
        FuzzTarget.Of<IReadOnlyList<Outcome<string>>>(new Outcome<string>[] { new("a"), new(OutcomeKind.Failed, Failed) }),
        FuzzTarget.Of(Chain.OfLength(3), Chain.OfLength(64), null),
    ];

    private static IEnumerable<FuzzTarget> Generated() =>
    [
        FuzzTarget.Of(new Order { Id = 7, Customer = new("Ada", 36), Lines = [new("x", 2, 1.5m), new("y", 3, 2m)], Tags = ["a", "b"] }, null),
        FuzzTarget.Of(new Positional(1), null),
        FuzzTarget.Of(new RequiredMembers { Id = 1, Name = "a" }),
        FuzzTarget.Of(PrivateSetters.Of(1, "a", 2)),
        FuzzTarget.Of(new ReadOnlyStruct(1, "a"), default),
        FuzzTarget.Of(new Strict("a") { Age = 1 }),
        FuzzTarget.Of(new Tree { Left = new Tree(), Children = [null, new Tree { Value = 3, Children = [] }] }),
        FuzzTarget.Of<IPayment?>(new Card("4"), new Money { Kind = 1, Cents = 5 }, new Gift(new Gift(new Card("1"))), null),
        FuzzTarget.Of(new Names { "a", "b" }),
        FuzzTarget.Of(new Prices { ["a"] = 1m, ["b"] = 2m }),
        FuzzTarget.Of<Mixed?>(new Mixed { N = 1, S = "s" }, null),
        FuzzTarget.Of(new Flagged { Flag = true, Maybe = new Padded { A = 1, B = 2 }, At = Moment.UtcDateTime, Pair = (1, true) }, default),
        FuzzTarget.Of<Flagged[]>([new Flagged { Flag = true }, default]),
        FuzzTarget.Of((Customer?[])[new("a", 1), null]),
        FuzzTarget.Of(new Dictionary<Level, Customer> { [Level.High] = new("a", 1), [Level.Low] = new("b", 2) }),
        FuzzTarget.Of<IShape?>(new Circle { R = 2 }, new Square { A = 3 }, null),
        FuzzTarget.Of(new Derived { X = 1, Y = "y" }, null),
        FuzzTarget.Of((Point[])[new(1, 2), new(3, 4)]),
        FuzzTarget.Of<Point?>(new Point(1, 2), null),
        FuzzTarget.Of(new Padded { A = 1, B = 2 }),
        FuzzTarget.Of(new Outer<int> { Item = 3 }, null),
        FuzzTarget.Of(new Empty(), null),
        FuzzTarget.Of(new Fields { A = 1, B = "b" }),
    ];
}
