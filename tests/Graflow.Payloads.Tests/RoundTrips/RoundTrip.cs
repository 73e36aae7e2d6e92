using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Graflow.Payloads.Tests.RoundTrips;

/// <summary>What is written comes back, and is written as the same bytes again; as many in another order where a collection has none.</summary>
internal static class RoundTrip
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure
        .WithMaxTest(200)
        .WithQuietOnSuccess(true)
        .WithReplay(new Replay(new Rnd(20261121, 2305843009213693951), Microsoft.FSharp.Core.FSharpOption<int>.None));

    public static void Of<T>() => Of(ArbMap.Default.GeneratorFor<T>());

    public static void Of<T>(Gen<T> values, Action<T, T>? assertSame = null, bool isOrdered = true) =>
        Prop.ForAll(values.ToArbitrary(), (Action<T>)(value => Check(value, assertSame, isOrdered))).Check(Seeded);

    /// <summary>A collection of random elements, which it may hold in an order of its own.</summary>
    public static void OfElements<TCollection, T>(Func<T[], TCollection> make)
        where TCollection : IEnumerable<T> =>
        Of(ArbMap.Default.GeneratorFor<T[]>().Select(make), static (expected, actual) => Assert.Equal((IEnumerable<T>)expected, actual));

    private static void Check<T>(T value, Action<T, T>? assertSame, bool isOrdered)
    {
        var payload = PayloadSerializer.Serialize(value);
        var read = PayloadSerializer.Deserialize<T>(payload);
        if (assertSame is null)
        {
            Assert.Equal(value, read);
        }
        else
        {
            assertSame(value, read);
        }

        var rewritten = PayloadSerializer.Serialize(read);
        if (isOrdered)
        {
            Assert.Equal(payload, rewritten);
        }
        else
        {
            Assert.Equal(payload.Order(), rewritten.Order());
        }
    }
}
