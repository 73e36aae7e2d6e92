using Graflow.Generators.Wire;
using Graflow.Payloads;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Graflow.Generators.Tests.Payloads;

/// <summary>Lines of a baseline, read, compared and written.</summary>
public sealed class WireComparisonTests
{
    [Theory]
    [InlineData("O(A:int,B:int)", "O(B:int,A:int)", "'A' was member 1 and is member 2")]
    [InlineData("O(A:int,B:string)", "O(A:int,B:int)", "member 2 was 'B: string' and is 'B: int'")]
    [InlineData("O(A:int,B:string)", "O(A:int)", "member 2 was 'B: string' and is gone")]
    [InlineData("O(A:int,B:string)", "O()", "member 1 was 'A: int' and is gone")]
    [InlineData("O(A:int,B:int)", "O(B:int,C:int)", "member 1 was 'A: int' and is 'B: int'")]
    [InlineData("O(A:int,B:int)", "O(A:int,N:int,B:int)", "'B' was member 2 and is member 3")]
    [InlineData("O(A:[(string,int)],B:<byte,long>)", "O(A:[(string,int?)],B:<byte,long>)", "member 1 was 'A: [(string,int)]' and is 'A: [(string,int?)]'")]
    [InlineData("O(A:int)", "O<A:int>", "it was written as an object and is written as a struct's memory")]
    [InlineData("O<X:int,Y:byte>", "O<Y:byte,X:int>", "'X' was member 1 and is member 2")]
    [InlineData("O<X:int>", "O<X:int,Y:int>", "it has the new member 'Y', and a struct is written as its memory")]
    [InlineData("O[int]", "O[long]", "its elements were 'int' and are 'long'")]
    [InlineData("O|0:A|1:B", "O|0:A", "tag 1 was 'B' and is gone")]
    [InlineData("O|0:A|1:B<int>", "O|0:B<int>|1:A", "tag 0 was 'A' and is 'B<int>'")]
    [InlineData("O:byte{A:0,B:1}", "O:int{A:0,B:1}", "its values were 'byte' and are 'int'")]
    [InlineData("O:int{A:0,B:1}", "O:int{B:0,A:1}", "'A' was 0 and is 1")]
    [InlineData("O:int{A:0,B:1}", "O:int{B:0}", "'B' was 1 and is 0")]
    [InlineData("O:int{A:0,B:1}", "O:int{A:0}", "'B' was 1 and is gone")]
    [InlineData("O:int{A:-1}", "O:int{A:0}", "'A' was -1 and is 0")]
    [InlineData("O:int{A:0}", "O(A:int)", "it was written as an enum and is written as an object")]
    [InlineData("O(A:int)", "O|0:A", "it was written as an object and is written as a union")]
    public void What_old_payloads_cannot_be_read_by_is_a_break(string before, string now, string what) =>
        Assert.Equal(new WireChange(true, what), Compare(before, now));

    [Theory]
    [InlineData("O(A:int)", "O(A:int,B:[string],C:P)", "has the new members 'B', 'C'")]
    [InlineData("O()", "O(A:int)", "has the new member 'A'")]
    [InlineData("O|1:A", "O|0:B|1:A", "has the new tag 0 (B)")]
    [InlineData("O(A:int,B:int)", "O(A:int,Count:int)", "calls 'B' 'Count'")]
    [InlineData("O<A:int>", "O<Count:int>", "calls 'A' 'Count'")]
    [InlineData("O:int{A:0}", "O:int{A:0,B:1,C:2}", "has the new values 'B' (1), 'C' (2)")]
    [InlineData("O:int{A:0,B:1}", "O:int{A:0,Count:1}", "calls 'B' 'Count'")]
    [InlineData("O:int{}", "O:int{A:0}", "has the new value 'A' (0)")]
    public void What_they_are_read_by_leaves_the_baseline_behind(string before, string now, string what) =>
        Assert.Equal(new WireChange(false, what), Compare(before, now));

    [Theory]
    [InlineData("Shop.Order(Id:int,At:System.ValueTuple<int, string>,F:(int,string))", "Shop.Order", '(', 3)]
    [InlineData("Shop.Pair<int><A:int,B:int>", "Shop.Pair<int>", '<', 2)]
    [InlineData("Page<int[]>(Items:[int])", "Page<int[]>", '(', 1)]
    [InlineData("Page<int[]>[int[]]", "Page<int[]>", '[', 1)]
    [InlineData("Shape|0:Box<int>|7:Ball", "Shape", '|', 2)]
    [InlineData("Empty()", "Empty", '(', 0)]
    [InlineData("Shop.Box<int>.Level:byte{Low:0,High:1}", "Shop.Box<int>.Level", '{', 3)]
    [InlineData("None:long{}", "None", '{', 1)]
    public void A_line_is_a_type_and_its_parts(string text, string type, char kind, int parts)
    {
        var line = WireLine.Parse(text)!;
        Assert.Equal((type, kind, parts), (line.Type, line.Kind, line.Parts.Count));
        Assert.Null(WireComparison.Compare(line, WireLine.Parse(text)!));
    }

    [Theory]
    [InlineData("<<<<<<< HEAD")]
    [InlineData("=======")]
    [InlineData(">>>>>>> main")]
    [InlineData("Order")]
    [InlineData("Order(Id:int")]
    [InlineData("Order(Id:int]")]
    [InlineData("Order(Id)")]
    [InlineData("Order(Id:)")]
    [InlineData("Order(:int)")]
    [InlineData("(Id:int)")]
    [InlineData("Order[]")]
    [InlineData("|0:A")]
    [InlineData("Level{Low:0}")]
    [InlineData("Level:{Low:0}")]
    [InlineData(":int{Low:0}")]
    [InlineData("Level:int{Low}")]
    public void Anything_else_is_no_line(string text) => Assert.Null(WireLine.Parse(text));

    [Theory]
    [InlineData("", "B(X:int)", "B(X:int)\n")]
    [InlineData("# Kept by a fix.\nA()\nC()\n", "B(X:int)", "# Kept by a fix.\nA()\nB(X:int)\nC()\n")]
    [InlineData("A()\r\nB()\r\n", "B(X:int)", "A()\r\nB(X:int)\r\n")]
    [InlineData("A()", "B(X:int)", "A()\nB(X:int)\n")]
    public void An_update_changes_one_line_and_keeps_the_others(string before, string line, string after) =>
        Assert.Equal(after, WireBaseline.Update(SourceText.From(before), [line]).ToString());

    private static WireChange? Compare(string before, string now) => WireComparison.Compare(WireLine.Parse(before)!, WireLine.Parse(now)!);
}
