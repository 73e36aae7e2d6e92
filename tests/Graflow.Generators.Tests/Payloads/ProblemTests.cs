using Xunit;

namespace Graflow.Generators.Tests.Payloads;

/// <summary>What cannot leave the process, and where in a type it is.</summary>
public sealed class ProblemTests
{
    private const string NextTwelveTimes = ".Next.Next.Next.Next.Next.Next.Next.Next.Next.Next.Next.Next";
    private const string NextTwentyFourTimes = NextTwelveTimes + NextTwelveTimes;

    [Theory]
    [InlineData("Action", "Delegate Action: Action")]
    [InlineData("Func<int, string>", "Delegate Func<int, string>: Func<int, string>")]
    [InlineData("System.Linq.Expressions.Expression<Func<int>>", "Delegate Expression<Func<int>>: Expression<Func<int>>")]
    [InlineData("Flow<int, int>", "Delegate Flow<int, int>: Flow<int, int>")]
    [InlineData("Lazy<Stream>", "Stream Lazy<Stream>.Value: Stream")]
    [InlineData("ILookup<int, Stream>", "Stream ILookup<int, Stream>[].Value: Stream")]
    [InlineData("IGrouping<int, Stream>", "Stream IGrouping<int, Stream>[]: Stream")]
    [InlineData("Stream", "Stream Stream: Stream")]
    [InlineData("MemoryStream", "Stream MemoryStream: MemoryStream")]
    [InlineData("TextReader", "Stream TextReader: TextReader")]
    [InlineData("Task", "Task Task: Task")]
    [InlineData("Task<int>", "Task Task<int>: Task<int>")]
    [InlineData("List<ValueTask<int>>", "Task List<ValueTask<int>>[]: ValueTask<int>")]
    [InlineData("IAsyncEnumerable<int>", "Task IAsyncEnumerable<int>: IAsyncEnumerable<int>")]
    [InlineData("Next<int>", "Task Next<int>: Next<int>")]
    [InlineData("CancellationToken", "CancellationToken CancellationToken: CancellationToken")]
    [InlineData("CancellationTokenSource", "CancellationToken CancellationTokenSource: CancellationTokenSource")]
    [InlineData("System.Data.Common.DbConnection", "Resource DbConnection: DbConnection")]
    [InlineData("System.Data.IDbConnection", "Resource IDbConnection: IDbConnection")]
    [InlineData("HttpClient", "Resource HttpClient: HttpClient")]
    [InlineData("System.Net.Sockets.Socket", "Resource Socket: Socket")]
    [InlineData("SemaphoreSlim", "Resource SemaphoreSlim: SemaphoreSlim")]
    [InlineData("Microsoft.Win32.SafeHandles.SafeFileHandle", "Resource SafeFileHandle: SafeFileHandle")]
    [InlineData("IDisposable", "Resource IDisposable: IDisposable")]
    [InlineData("Thread", "Resource Thread: Thread")]
    [InlineData("IServiceProvider", "Resource IServiceProvider: IServiceProvider")]
    [InlineData("IChannel", "Resource IChannel: IChannel")]
    [InlineData("int*", "Pointer int*: int*")]
    [InlineData("int*[]", "Pointer int*[][]: int*")]
    [InlineData("delegate*<int>", "Pointer delegate*<int>: delegate*<int>")]
    [InlineData("object", "Object object: object")]
    [InlineData("dynamic", "Object dynamic: dynamic")]
    [InlineData("Dictionary<string, object?>", "Object Dictionary<string, object?>[].Value: object?")]
    [InlineData("System.Collections.IEnumerable", "OpenType IEnumerable: IEnumerable")]
    [InlineData("IFormattable", "OpenType IFormattable: IFormattable")]
    [InlineData("int[,]", "MultiDimensionalArray int[*,*]: int[*,*]")]
    [InlineData("List<string[,,]>", "MultiDimensionalArray List<string[,,]>[]: string[*,*,*]")]
    [InlineData("Exception", "Opaque Exception: Exception")]
    [InlineData("System.Text.Json.JsonElement", "Opaque JsonElement: JsonElement")]
    [InlineData("System.Net.IPAddress", "Opaque IPAddress: IPAddress")]
    [InlineData("Type", "Opaque Type: Type")]
    [InlineData("System.Collections.Hashtable", "Opaque Hashtable: Hashtable")]
    [InlineData("(int, Stream)", "Stream (int, Stream).Item2: Stream")]
    [InlineData("Tuple<int, Action>", "Delegate Tuple<int, Action>.Item2: Action")]
    [InlineData("KeyValuePair<Action, int>?", "Delegate KeyValuePair<Action, int>?.Key: Action")]
    public void Types_that_cannot_be_payloads(string type, string problem) => Assert.Equal(Dimensions(problem), Assert.Single(PayloadText.ProblemsOf(type)));

    [Theory]
    [InlineData("public record Order(Customer Customer); public record Customer(System.Data.Common.DbConnection? Connection);", "Resource Order.Customer.Connection: DbConnection?")]
    [InlineData("public class Order { public List<Line> Lines { get; set; } = []; } public struct Line { public string Sku; public Action? Done; }", "Delegate Order.Lines[].Done: Action?")]
    [InlineData("public class Order { public Dictionary<string, Line?> Lines { get; set; } = []; } public struct Line { public string Sku; public Task Work; }", "Task Order.Lines[].Value.Work: Task")]
    [InlineData("public class Order : Parent { } public class Parent { public object? Tag { get; set; } }", "Object Order.Tag: object?")]
    [InlineData("public record Order(IShape Shape); public interface IShape { }", "OpenType Order.Shape: IShape")]
    [InlineData("public record Order(Shape Shape); public abstract class Shape { }", "OpenType Order.Shape: Shape")]
    [InlineData("public record Order(IShape Shape); [MemoryPackUnion(0, typeof(Circle))] public interface IShape; public record Circle(Stream S) : IShape;", "Stream Order.Shape(Circle).S: Stream")]
    [InlineData("public record Order(IShape Shape); [MemoryPackUnion(0, typeof(Circle)), MemoryPackUnion(0, typeof(Square))] public interface IShape; public record Circle : IShape; public record Square : IShape;", "Attribute Order.Shape: IShape")]
    [InlineData("public record Order(IShape Shape); [MemoryPackUnion(0, typeof(Circle))] public interface IShape; public record Circle;", "Attribute Order.Shape: IShape")]
    [InlineData("[MemoryPackUnion(0, typeof(Circle))] public class Order; public class Circle : Order;", "Attribute Order: Order")]
    [InlineData("public class Order(int number) { public int Twice => 2 * number; }", "NoConstructor Order: Order")]
    [InlineData("public class Order { public Order(string id) { Id = id.Length; } public int Id { get; } }", "NoConstructor Order: Order")]
    [InlineData("public class Order { [MemoryPackOrder(1)] public int A { get; set; } [MemoryPackOrder(1)] public int B { get; set; } }", "Attribute Order: Order")]
    [InlineData("public class Order { [BrotliFormatter] public string? A { get; set; } }", "Attribute Order.A: string?")]
    [InlineData("[MemoryPackable(GenerateType.VersionTolerant)] public class Order { }", "Attribute Order: Order")]
    [InlineData("public class Order { [MemoryPackInclude] private Hidden? H { get; set; } private class Hidden; }", "Inaccessible Order.H: Hidden?")]
    [InlineData("public record Order(int Id, Order Next);", "Cycle Order.Next: Order")]
    [InlineData("public record Order(A A); public record A(B B); public record B(A A);", "Cycle Order.A.B.A: A")]
    [InlineData("public record Order((int, Order) Next);", "Cycle Order.Next.Item2: Order")]
    [InlineData("public struct Order { public string Name; public Order Same => this; }", "Cycle Order.Same: Order")]
    [InlineData("public class Order { public Node<int>? Node; } public class Node<T> { public Node<Node<T>>? Next; }", "Cycle Order.Node" + NextTwentyFourTimes + ": Node")]
    [InlineData("#pragma warning disable CS0693\npublic class Order { public Outer<int>.Inner<string>? X; } public class Outer<T> { public class Inner<T> { public T? Y { get; private set; } } }", "Unsettable Order.X: Inner<string>?")]
    [InlineData("public class Order : MemoryStream { }", "Stream Order: Order")]
    [InlineData("public struct Order { public nint Handle; public CancellationToken Token; }", "CancellationToken Order.Token: CancellationToken")]
    [InlineData("public unsafe struct Order { private int* _p; }", "Pointer Order._p: int*")]
    [InlineData("public unsafe struct Order { public int A; public fixed bool Flags[4]; }", "Opaque Order.Flags: fixed bool[]")]
    [InlineData("public class Order { public Line[]? Lines; } public struct Line { public string Sku; public Bits Bits; } public unsafe struct Bits { public fixed bool Set[8]; }", "Opaque Order.Lines[].Bits.Set: fixed bool[]")]
    [InlineData("public class Order { public int A { get; set; } private readonly List<string> _lines = []; public IReadOnlyList<string> Lines => _lines; public void Add(string line) => _lines.Add(line); }", "Unsettable Order.Lines: IReadOnlyList<string>")]
    [InlineData("public record Order(int A) { private readonly List<string> _lines = []; public IReadOnlyList<string> Lines { get { return _lines.AsReadOnly(); } } public void Add(string line) => _lines.Add(line); }", "Unsettable Order.Lines: IReadOnlyList<string>")]
    [InlineData("public record Order(Text Text); public readonly struct Text { private readonly string _s; public Text(string value) { _s = value; } public string S { get => this._s; } }", "Opaque Order.Text: Text")]
    [InlineData("public class Order { private int _total; public void Set(int total) => _total = total; public int Get() => _total; }", "Opaque Order: Order")]
    [InlineData("public class Order : IEnumerable<int> { private readonly List<int> _items = []; public int Count => _items.Count; public IEnumerator<int> GetEnumerator() => _items.GetEnumerator(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }", "Opaque Order: Order")]
    [InlineData("public class Order : Stack<int> { }", "Opaque Order: Order")]
    [InlineData("public record Order(Names Names); [System.Runtime.CompilerServices.InlineArray(2)] public struct Names { private string _first; }", "Opaque Order.Names: Names")]
    [InlineData("public class Order : List<int> { public string? Name { get; set; } }", "Unsettable Order.Name: string?")]
    public void Paths_lead_to_the_member(string declarations, string problem) => Assert.Equal(problem, Assert.Single(PayloadText.ProblemsOf("Order", declarations)));

    [Fact]
    public void All_problems_are_found_each_once_on_its_shortest_path() =>
        Assert.Equal(
            ["Delegate Order.Done: Action", "Object Order.A.Tag: object", "Stream Order.A.B.Body: Stream"],
            PayloadText.ProblemsOf("Order", "public class Order { public Action Done = null!; public A A = null!; public List<B>? Bs; } public class A { public object Tag = 1; public B? B; } public class B { public Stream Body = null!; public Order? Back; }")
                .Order(StringComparer.Ordinal)
                .Select(problem => problem.Replace("Order.Bs[].Body", "Order.A.B.Body", StringComparison.Ordinal)));

    [Fact]
    public void A_type_with_more_members_than_a_header_counts_is_refused()
    {
        string With(int count) => $"public class Order {{ {string.Concat(Enumerable.Range(0, count).Select(index => $"public string? M{index};"))} }}";
        Assert.Equal(["TooManyMembers Order: Order"], PayloadText.ProblemsOf("Order", With(250)));
        Assert.Single(PayloadText.ShapeOf("Order", With(249)));
    }

    [Theory]
    [InlineData("public class Order { public Order? Next { get; set; } }")]
    [InlineData("public class Order { public List<Order> Next { get; set; } = []; }")]
    [InlineData("#nullable disable\npublic class Order { public Order Next { get; set; } }")]
    [InlineData("public class Order { public List<Line> Lines { get; set; } = []; } public class Line { public Order Order { get; set; } = null!; }")]
    [InlineData("public record Order(IShape Shape); [MemoryPackUnion(0, typeof(A)), MemoryPackUnion(1, typeof(B))] public interface IShape; public record A(IShape Inner) : IShape; public record B : IShape;")]
    [InlineData("public sealed class Order : IDisposable { public string? Name { get; set; } public void Dispose() { } }")]
    [InlineData("public class Order { [MemoryPackIgnore] public Stream? Body { get; set; } public int Id { get; set; } }")]
    [InlineData("public class Order { public ReadOnlySpan<char> Text => Name; public string? Name { get; set; } public ref string? Place => ref _place; private string? _place; public int this[int i] => i; public static object? Any; }")]
    [InlineData("public class Order { public Order(int a) { A = a; _twice = 2 * a; } public int A { get; } private readonly int _twice; public int Twice => _twice; }")]
    [InlineData("public class Order(int a) { public int A { get; set; } = a; private readonly int _twice = 2 * a; public int Twice => _twice; }")]
    [InlineData("public class Order { private int _twice; public int A { get; set { field = value; _twice = 2 * value; } } public int Twice => _twice; }")]
    [InlineData("public class Order { private int _twice; public int A { get; set { field = value; Update(); } } public int Twice => _twice; private void Update() => _twice = 2 * A; }")]
    [InlineData("public class Order { [MemoryPackInclude] private List<int> _lines = []; public IReadOnlyList<int> Lines => _lines; }")]
    [InlineData("public class Order { private List<int> _lines = []; [MemoryPackIgnore] public IReadOnlyList<int> Lines => _lines; public int A; }")]
    [InlineData("public class Order { public string Kind => \"k\"; }")]
    [InlineData("public class Order { private static int _count; public int Count => _count; }")]
    public void What_only_looks_wrong_is_fine(string declarations) => Assert.NotEmpty(PayloadText.ShapeOf("Order", declarations));

    // The compiler's text of a rank names no lower bounds.
    private static string Dimensions(string problem) => problem.Replace("*,*,*", ",,", StringComparison.Ordinal).Replace("*,*", ",", StringComparison.Ordinal);
}
