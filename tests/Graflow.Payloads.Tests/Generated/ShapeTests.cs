using Graflow.CompilerServices;
using Graflow.Payloads.Tests.Shapes;
using Xunit;

namespace Graflow.Payloads.Tests.Generated;

/// <summary>What codecs say of their payloads at run time: the lines of the wire baseline, with names of enums in their places.</summary>
public sealed class ShapeTests
{
    private const string Space = "Graflow.Payloads.Tests.Shapes.";

    [Fact]
    public void Objects_enums_structs_and_what_they_reach_have_a_line_each()
    {
        var shapes = new PayloadShapes();
        Assert.Equal($"{Space}Order", shapes.Of<Order>());
        Assert.Equal(
            [
                "Customer(Name:string,Age:int)",
                "Line(Sku:string,Quantity:int,Price:decimal)",
                $"Order(Id:int,Customer:{Space}Customer,Lines:[{Space}Line],Tags:[string],Total:decimal)",
            ],
            shapes.Lines.Values.Select(static line => line.Replace($"{Space}Order(", "Order(", StringComparison.Ordinal).Replace($"{Space}Customer(", "Customer(", StringComparison.Ordinal).Replace($"{Space}Line(", "Line(", StringComparison.Ordinal)));
    }

    [Fact]
    public void Enums_say_what_their_numbers_mean() => Assert.Equal($"{Space}Level:byte{{Low:1,High:2}}", LineOf<Level>());

    [Fact]
    public void Unions_say_what_their_tags_mean() => Assert.Equal($"{Space}IShape|0:{Space}Circle|1:{Space}Square", LineOf<IShape>());

    [Fact]
    public void Structs_say_what_their_memory_holds() => Assert.Equal($"{Space}Padded<A:byte,B:long>", LineOf<Padded>());

    [Fact]
    public void Collections_tuples_and_the_like_have_no_name_of_their_own()
    {
        var shapes = new PayloadShapes();
        Assert.Equal("[int]", shapes.Of<int[]>());
        Assert.Equal($"[{Space}Line]", shapes.Of<List<Line>>());
        Assert.Equal("int?", shapes.Of<int?>());
        Assert.Equal("DateTimeOffset", shapes.Of<DateTimeOffset>());
        Assert.Equal("Unit", shapes.Of<Unit>());
        Assert.Equal([$"{Space}Line"], shapes.Lines.Keys);
    }

    /// <summary>What the structure of a flow says of a type can be read back: each line is one that the wire baseline knows.</summary>
    [Fact]
    public void Every_line_is_one_of_a_baseline()
    {
        var shapes = new PayloadShapes();
        _ = (shapes.Of<Order>(), shapes.Of<IShape>(), shapes.Of<Level>(), shapes.Of<Padded>());
        Assert.All(shapes.Lines, static line => Assert.Equal(line.Key, WireLine.Parse(line.Value)!.Type));
    }

    private static string LineOf<T>()
    {
        var shapes = new PayloadShapes();
        var name = shapes.Of<T>();
        return shapes.Lines[name];
    }
}
