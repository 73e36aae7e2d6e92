using Xunit;

namespace Graflow.Generators.Tests.Payloads;

/// <summary>Which members make up a payload, in which order.</summary>
public sealed class WireShapeTests
{
    [Theory]
    [InlineData("public record Order(int Id, string? Name);", "Order(Id:int,Name:string)")]
    [InlineData("public class Order { public int Id { get; set; } public string? Name; public decimal Total => 0; }", "Order(Id:int,Name:string,Total:decimal)")]
    [InlineData("public class Order : Parent { public int B { get; set; } } public class Parent { public int A { get; set; } }", "Order(A:int,B:int)")]
    [InlineData("public class Order : Parent { public override int A { get; set; } public int B; } public class Parent { public virtual int A { get; set; } public int C; }", "Order(A:int,C:int,B:int)")]
    [InlineData("public class Order : Parent { public int B; public new int A { get; set; } } public class Parent { public string? A { get; set; } public int C; }", "Order(C:int,B:int,A:int)")]
    [InlineData("public class Order { [MemoryPackOrder(1)] public string? B { get; set; } [MemoryPackOrder(0)] public int A { get; set; } }", "Order(A:int,B:string)")]
    [InlineData("public class Order { public int A { get; set; } [MemoryPackIgnore] public int Skip { get; set; } [MemoryPackInclude] private int C { get; set; } private int D { get; set; } internal int E; }", "Order(A:int,C:int)")]
    [InlineData("public class Order { public int A { private get; set; } public int B { set { } } public int C { get; private set; } }", "Order(C:int)")]
    [InlineData("public partial record Order(int B) { public int C { get; init; } } public partial record Order { public required string A { get; set; } }", "Order(B:int,C:int,A:string)")]
    [InlineData("public enum Level : byte { Low } public class Order { public Level Level; public Level? Maybe; public DateTime At; }", "Order(Level:byte,Maybe:byte?,At:DateTime)")]
    [InlineData("public class Order { public List<int>? A; public string[][]? B; public Dictionary<string, int?>? C; public IReadOnlySet<Guid>? D; public (int, string) E; public (byte A, long B) F; }", "Order(A:[int],B:[[string]],C:[(string,int?)],D:[Guid],E:(int,string),F:<byte,long>)")]
    [InlineData("public struct Order { public int X; public byte Y; private bool _z; public int Z { get; set; } }", "Order<X:int,Y:byte,_z:bool,Z:int>")]
    [InlineData("public class Order : List<int> { public int Sum => 0; [MemoryPackIgnore] public string? Name { get; set; } }", "Order[int]")]
    [InlineData("public class Order : List<Order>;", "Order[Order]")]
    [InlineData("public class Order : Dictionary<string, Part[]>; public class Part : List<Order?>;", "Order[(string,[Part])]Part[Order]")]
    [InlineData("public class Order : Parent { [MemoryPackIgnore] public new int A { get; set; } private new int B { get; set; } } public class Parent { public int A { get; set; } public int B { get; set; } public int C { get; set; } }", "Order(C:int)")]
    [InlineData("public class Order : Parent { public new void A() { } } public class Parent { public int A { get; set; } }", "Order(A:int)")]
    [InlineData("public class Order { public string @class = \"\"; public int @event { get; set; } }", "Order(class:string,event:int)")]
    [InlineData("[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] public struct Order { [System.Runtime.InteropServices.FieldOffset(4)] public int X; [System.Runtime.InteropServices.FieldOffset(0)] public bool Y; }", "Order<X:int@4,Y:bool@0>")]
    [InlineData("[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Pack = 1)] public struct Order { public byte X; public int Y; }", "Order<X:byte@pack1,Y:int@pack1>")]
    [InlineData("[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential)] public struct Order { public byte X; public int Y; }", "Order<X:byte,Y:int>")]
    [InlineData("public class Order { public Lazy<int>? A; public IGrouping<int, string>? B; public ILookup<int, string>? C; public System.Buffers.ReadOnlySequence<byte> D; }", "Order(A:Lazy(int),B:Grouping(int,string),C:[Grouping(int,string)],D:[byte])")]
    public void Members_are_those_that_MemoryPack_writes(string declarations, string shape) =>
        Assert.Equal(shape, string.Concat(PayloadText.ShapeOf("Order", declarations)));

    [Fact]
    public void Each_type_that_is_reached_has_a_line()
    {
        const string declarations = """
            namespace Shop
            {
                [MemoryPackUnion(0, typeof(Card)), MemoryPackUnion(300, typeof(Cash))] public abstract class Payment;
                public class Card : Payment { public string? Number { get; set; } }
                public class Cash : Payment;
                public record Page<T>(T[] Items, Page<T>? Next);
                public record Order(Payment By, Page<Line> Lines) { public class Nested { public int X { get; set; } } public Nested? N { get; set; } }
                public readonly record struct Line(int X, int Y);
            }
            """;
        Assert.Equal(
            [
                "Shop.Card(Number:string)",
                "Shop.Cash()",
                "Shop.Line<X:int,Y:int>",
                "Shop.Order(By:Shop.Payment,Lines:Shop.Page<Shop.Line>,N:Shop.Order.Nested)",
                "Shop.Order.Nested(X:int)",
                "Shop.Page<Shop.Line>(Items:[Shop.Line],Next:Shop.Page<Shop.Line>)",
                "Shop.Payment|0:Shop.Card|300:Shop.Cash",
            ],
            PayloadText.ShapeOf("Dictionary<int, Shop.Order?[]>", declarations));
    }

    [Fact]
    public void Names_of_tuple_elements_and_nullability_make_no_other_type()
    {
        var codecs = PayloadText.Read("Order", "public class Order { public (int A, string? B) X; public List<(int C, string D)>? Y; public List<(int, string?)> Z = []; }").Codecs;
        Assert.Equal(codecs.Select(codec => codec.Type.Type).Distinct(), codecs.Select(codec => codec.Type.Type));
        Assert.Equal(3, codecs.Count);
    }
}
