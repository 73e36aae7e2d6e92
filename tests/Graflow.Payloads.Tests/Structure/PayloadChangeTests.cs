using Graflow.Engine;
using Xunit;

namespace Graflow.Payloads.Tests.Structure;

/// <summary>Which changes of payloads let a run go on: a version stands for the other by the text that it recorded.</summary>
public sealed class PayloadChangeTests
{
    private const string Space = "Graflow.Payloads.Tests.Structure.PayloadChangeTests.";

    private static readonly PlanStructure Present = Of(Flow.Task("fetch", (int x) => default(Order)!) >> Flow.Task("pay", (Order order) => default(IPayment)!) >> Flow.Task("done", (IPayment by) => default(Tree)!));

    [Fact]
    public void Each_type_has_one_line_however_often_it_is_met()
    {
        var lines = Present.Text.Split('\n');
        Assert.Equal(
            [
                "Card(Number:string,At:Point)",
                "Cash(Count:[Coin],Level:Level)",
                "Coin(Value:int,Year:int)",
                "IPayment|0:Card|1:Cash",
                "Level:byte{Low:1,High:2}",
                "Line(Sku:string,Price:Price?,Quantity:int)",
                "Order(Id:int,Lines:[Line],Extra:[(string,[Line])],First:(int,Line))",
                "Point<X:int,Y:int>",
                "Price(Amount:decimal,Currency:string)",
                "Tree(Name:string,Children:[Tree],Parent:Tree)",
            ],
            lines[(Array.IndexOf(lines, "types") + 1)..^1].Select(static line => line.Replace(Space, "", StringComparison.Ordinal)));
        Assert.Equal($"task\tpay\t1\tOrder\t{Space}IPayment", lines[4]);
    }

    [Theory]
    [InlineData("Order(Id:int,Lines:[Line],Extra:[(string,[Line])],First:(int,Line))", "Order(Id:int)")]
    [InlineData("Line(Sku:string,Price:Price?,Quantity:int)", "Line(Sku:string)")]
    [InlineData("Coin(Value:int,Year:int)", "Coin()")]
    [InlineData("Tree(Name:string,Children:[Tree],Parent:Tree)", "Tree(Name:string)")]
    [InlineData("IPayment|0:Card|1:Cash", "IPayment|0:Card")]
    [InlineData("Level:byte{Low:1,High:2}", "Level:byte{Low:1}")]
    [InlineData("Level:byte{Low:1,High:2}", "Level:byte{Small:1,High:2}")]
    [InlineData("Price(Amount:decimal,Currency:string)", "Price(Sum:decimal,Currency:string)")]
    public void What_was_appended_or_renamed_in_its_place_passes_at_any_depth(string now, string before) => Assert.Empty(Changes(now, before));

    [Theory]
    [InlineData("Line(Sku:string,Price:Price?,Quantity:int)", "Line(Price:Price?,Quantity:int)", "retyped: fetch yields *Order; at Lines[], *Line: 'Price' was member 1 and is member 2")]
    [InlineData("Line(Sku:string,Price:Price?,Quantity:int)", "Line(Sku:string,Quantity:int,Price:Price?)", "retyped: fetch yields *Order; at Lines[], *Line: 'Quantity' was member 2 and is member 3")]
    [InlineData("Line(Sku:string,Price:Price?,Quantity:int)", "Line(Sku:string,Price:Price?,Quantity:long)", "retyped: fetch yields *Order; at Lines[], *Line: member 3 was 'Quantity: long' and is 'Quantity: int'")]
    [InlineData("Line(Sku:string,Price:Price?,Quantity:int)", "Line(Sku:string,Price:Price?,Quantity:int,Old:int)", "retyped: fetch yields *Order; at Lines[], *Line: member 4 was 'Old: int' and is gone")]
    [InlineData("Price(Amount:decimal,Currency:string)", "Price(Amount:double,Currency:string)", "retyped: fetch yields *Order; at Lines[].Price, *Price: member 1 was 'Amount: double' and is 'Amount: decimal'")]
    [InlineData("Order(Id:int,Lines:[Line],Extra:[(string,[Line])],First:(int,Line))", "Order(Id:long,Lines:[Line],Extra:[(string,[Line])],First:(int,Line))", "retyped: fetch yields *Order: member 1 was 'Id: long' and is 'Id: int'")]
    [InlineData("IPayment|0:Card|1:Cash", "IPayment|0:Cash|1:Card", "retyped: pay yields *IPayment: tag 0 was '*Cash' and is '*Card'")]
    [InlineData("Coin(Value:int,Year:int)", "Coin(Value:byte,Year:int)", "retyped: pay yields *IPayment; at (*Cash).Count[], *Coin: member 1 was 'Value: byte' and is 'Value: int'")]
    [InlineData("Level:byte{Low:1,High:2}", "Level:byte{High:1,Low:2}", "retyped: pay yields *IPayment; at (*Cash).Level, *Level: 'High' was 1 and is 2")]
    [InlineData("Point<X:int,Y:int>", "Point<X:int>", "retyped: pay yields *IPayment; at (*Card).At, *Point: it has the new member 'Y', and a struct is written as its memory")]
    [InlineData("Tree(Name:string,Children:[Tree],Parent:Tree)", "Tree(Name:int,Children:[Tree],Parent:Tree)", "retyped: done yields *Tree: member 1 was 'Name: int' and is 'Name: string'")]
    public void Any_other_change_is_told_with_the_way_to_the_member(string now, string before, string change) =>
        Assert.Equal(change.Replace("*", Space, StringComparison.Ordinal), Assert.Single(Changes(now, before)));

    [Fact]
    public void Each_type_is_told_of_once_and_all_of_them_are() =>
        Assert.Equal(
            ["retyped: fetch yields *Order", "retyped: done yields *Tree"],
            StructureDiff.Of(PlanStructure.Parse(Present.Text.Replace("Id:int", "Id:long", StringComparison.Ordinal).Replace("Tree(Name:string", "Tree(Name:int", StringComparison.Ordinal)), Present)
                .Select(static change => change.Replace(Space, "*", StringComparison.Ordinal).Split(':') is var parts ? $"{parts[0]}:{parts[1]}" : ""));

    [Fact]
    public void Another_type_of_a_tuple_or_a_list_is_told() =>
        Assert.Equal(
            [$"retyped: a yielded [{Space}Line] and yields [(string,[{Space}Line])]", "retyped: b took List<Line> and takes Dictionary<string, Line[]>"],
            StructureDiff.Of(
                PlanStructure.Parse(Of(Flow.Task("a", (int x) => new List<Line>()) >> Flow.Task("b", (List<Line> x) => 1)).Text),
                Of(Flow.Task("a", (int x) => new Dictionary<string, Line[]>()) >> Flow.Task("b", (Dictionary<string, Line[]> x) => 1))));

    private static IReadOnlyList<string> Changes(string now, string before)
    {
        var (present, recorded) = (Qualify(now), Qualify(before));
        Assert.Contains($"\n{present}\n", Present.Text, StringComparison.Ordinal);
        return StructureDiff.Of(PlanStructure.Parse(Present.Text.Replace($"\n{present}\n", $"\n{recorded}\n", StringComparison.Ordinal)), Present);
    }

    private static string Qualify(string line)
    {
        foreach (var type in (string[])["Order", "Line", "Price", "Tree", "IPayment", "Card", "Cash", "Coin", "Point", "Level"])
        {
            line = System.Text.RegularExpressions.Regex.Replace(line, $@"(?<=^|[:\[,(]){type}(?![\w:])", $"{Space}{type}");
        }

        return line.StartsWith("Level:", StringComparison.Ordinal) ? Space + line : line;
    }

    private static PlanStructure Of<TIn, TOut>(IExecutable<TIn, TOut> flow) => PlanStructure.Of(((IExecutable)flow).Expression.PlanFor<TIn>());

    internal enum Level : byte
    {
        Low = 1,
        High = 2,
    }

    [Payload]
    [Union(0, typeof(Card)), Union(1, typeof(Cash))]
    internal interface IPayment;

    internal sealed record Card(string Number, Point At) : IPayment;

    internal sealed record Cash(Coin?[] Count, Level Level) : IPayment;

    internal sealed record Coin(int Value, int Year);

    internal readonly record struct Point(int X, int Y);

    internal readonly record struct Price(decimal Amount, string Currency);

    internal sealed record Line(string Sku, Price? Price, int Quantity);

    [Payload]
    internal sealed record Order(int Id, List<Line> Lines, Dictionary<string, Line[]> Extra, (int, Line) First);

    [Payload]
    internal sealed record Tree(string Name, List<Tree> Children, Tree? Parent);
}
