using Graflow.Payloads.Tests.Shapes;
using Xunit;

namespace Graflow.Payloads.Tests.Vectors;

internal static partial class VectorTable
{
    private static IEnumerable<VectorRow> GeneratedRows() => [.. Structs(), .. Objects(), .. Unions()];

    private static IEnumerable<VectorRow> Structs() =>
    [
        Row("Level", "Level.High", Level.High),
        Row<Level?>("Level?", "Level.Low", Level.Low),
        Row("Point", "new Point(1,2)", new Point(1, 2)),
        Row<Point?>("Point?", "null", null),
        Row<Point[]>("Point[]", "[new(1,2),new(3,4)]", [new(1, 2), new(3, 4)]),
        Row("Padded", "new Padded{A=1,B=2}", new Padded { A = 1, B = 2 }),
        Row("Mixed (struct)", "new Mixed{N=1,S=\"s\"}", new Mixed { N = 1, S = "s" }),
        Row<Mixed?>("Mixed?", "null", null),
        Row<Mixed?>("Mixed?", "new Mixed{N=1,S=\"s\"}", new Mixed { N = 1, S = "s" }),
    ];

    private static IEnumerable<VectorRow> Objects() =>
    [
        Row("Customer", "new Customer(\"Ada\",36)", new Customer("Ada", 36)),
        Row<Customer?>("Customer", "null", null),
        Row<Customer?[]>("Customer[]", "[new(\"a\",1),null!]", [new("a", 1), null]),
        Row("Dictionary<Level,Customer>", "{[Level.High]=new(\"a\",1)}", new Dictionary<Level, Customer> { [Level.High] = new("a", 1) }),
        Row("Order", "new Order{Id=7,Customer=new(\"Ada\",36),Lines=[new(\"x\",2,1.5m)],Tags=null}", new Order { Id = 7, Customer = new("Ada", 36), Lines = [new("x", 2, 1.5m)], Tags = null }, AssertSameMembers),
        Row("OrderedMembers", "new OrderedMembers{B=\"b\",A=1}", new OrderedMembers { B = "b", A = 1 }, AssertSameMembers),
        Row("Ignoring", "new Ignoring{A=1,Skip=2}", new Ignoring { A = 1, Skip = 2 }, static (_, read) => Assert.Equal((1, 0), (read.A, read.Skip))),
        Row("Empty", "new Empty()", new Empty(), static (_, read) => Assert.NotNull(read)),
        Row("Derived", "new Derived{X=1,Y=\"y\"}", new Derived { X = 1, Y = "y" }, AssertSameMembers),
        Row("Outer<int>", "new Outer<int>{Item=3}", new Outer<int> { Item = 3 }, AssertSameMembers),
        Row("Fields", "new Fields{A=1,B=\"b\"}", new Fields { A = 1, B = "b" }, AssertSameMembers),
    ];

    private static void AssertSameMembers<T>(T expected, T actual) => Assert.Equivalent(expected, actual, strict: true);

    private static IEnumerable<VectorRow> Unions() =>
    [
        Row<IShape>("IShape", "new Circle{R=2}", new Circle { R = 2 }, static (_, read) => Assert.Equal(2, Assert.IsType<Circle>(read).R)),
        Row<IShape>("IShape", "new Square{A=3}", new Square { A = 3 }, static (_, read) => Assert.Equal(3, Assert.IsType<Square>(read).A)),
        Row<IShape?>("IShape", "null", null),
    ];
}
