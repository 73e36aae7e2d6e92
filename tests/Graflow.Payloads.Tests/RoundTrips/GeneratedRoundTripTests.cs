using FsCheck;
using FsCheck.Fluent;
using Graflow.Payloads.Tests.Shapes;
using Xunit;

namespace Graflow.Payloads.Tests.RoundTrips;

/// <summary>Random values of types with generated codecs.</summary>
public sealed class GeneratedRoundTripTests
{
    private static readonly Gen<string> Texts = ArbMap.Default.GeneratorFor<string?>().Select(static text => text!);
    private static readonly Gen<int> Numbers = ArbMap.Default.GeneratorFor<int>();
    private static readonly Gen<decimal> Prices = ArbMap.Default.GeneratorFor<decimal>();

    private static readonly Gen<Customer?> Customers = Gen.OneOf(
        Gen.Constant<Customer?>(null),
        from name in Texts
        from age in Numbers
        select (Customer?)new Customer(name, age));

    private static readonly Gen<Line> Lines =
        from sku in Texts
        from quantity in Numbers
        from price in Prices
        select new Line(sku, quantity, price);

    [Fact]
    public void Orders() => RoundTrip.Of(
        from id in Numbers
        from customer in Customers
        from lines in Gen.ListOf(Lines)
        from tags in ArbMap.Default.GeneratorFor<string[]?>()
        select new Order { Id = id, Customer = customer, Lines = [.. lines], Tags = tags },
        AssertSameMembers);

    [Fact]
    public void Customers_in_arrays_and_maps()
    {
        RoundTrip.Of(Gen.ArrayOf(Customers));
        RoundTrip.Of(Gen.ArrayOf(Customers).Select(static customers =>
            customers.Take(2).Select(static (customer, index) => (Key: (Level)(index + 1), customer)).ToDictionary(static pair => pair.Key, static pair => pair.customer!)));
    }

    [Fact]
    public void Positional_records() => RoundTrip.Of(
        from id in Numbers
        from name in Texts
        from price in Prices
        from items in ArbMap.Default.GeneratorFor<List<int>>()
        select new Positional(id, name, price) { Note = name, Items = items },
        AssertSameMembers);

    [Fact]
    public void Structs_with_and_without_references()
    {
        RoundTrip.Of(from n in Numbers from s in Texts select (Mixed?)new Mixed { N = n, S = s });
        RoundTrip.Of(from x in Numbers from y in Numbers select new Point(x, y));
        RoundTrip.Of(
            from flag in ArbMap.Default.GeneratorFor<bool>()
            from a in ArbMap.Default.GeneratorFor<byte>()
            from at in ArbMap.Default.GeneratorFor<DateTime>()
            select new Flagged { Flag = flag, At = at, Pair = (a, !flag), Inner = new Padded { A = a, B = -a }, Maybe = flag ? new Padded { A = a } : null });
    }

    [Fact]
    public void Unions_and_trees()
    {
        RoundTrip.Of(Payments(4));
        RoundTrip.Of(Trees(4), AssertSameMembers);
    }

    private static Gen<IPayment> Payments(int depth) => depth == 0
        ? Texts.Select(static number => (IPayment)new Card(number))
        : Gen.OneOf(
            Payments(0),
            from cents in ArbMap.Default.GeneratorFor<long>() select (IPayment)new Money { Kind = 3, Cents = cents },
            Payments(depth - 1).Select(static within => (IPayment)new Gift(within)),
            Gen.Constant((IPayment)new Gift(null)));

    private static Gen<Tree> Trees(int depth) => depth == 0
        ? Numbers.Select(static value => new Tree { Value = value })
        : from left in Trees(depth - 1)
          from children in Gen.Resize(Gen.ListOf(Gen.OneOf(Trees(0).Select(static tree => (Tree?)tree), Gen.Constant<Tree?>(null))), 3)
          select new Tree { Left = left, Children = [.. children] };

    private static void AssertSameMembers<T>(T expected, T actual) => Assert.Equivalent(expected, actual, strict: true);
}
