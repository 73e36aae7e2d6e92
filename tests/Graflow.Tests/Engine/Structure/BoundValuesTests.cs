using Graflow.Engine;
using Graflow.Plans;
using Xunit;
using static Graflow.Tests.Engine.Structure.Structures;

namespace Graflow.Tests.Engine.Structure;

public sealed class BoundValuesTests
{
    [Fact]
    public void Values_are_read_by_the_same_flow_made_elsewhere()
    {
        var (before, now) = (Plan(1, "one", 10), Plan(2, "two", 20));
        var values = BoundValues.Read(now, BoundValues.Write(before));
        Assert.Equal(
            ["1", "one", "10"],
            now.Bound.Select(vertex => vertex switch
            {
                BindVertex<int> number => $"{values.Of(number)}",
                BindVertex<string> text => values.Of(text),
                _ => "?",
            }));
    }

    [Fact]
    public void A_flow_without_bound_values_writes_nothing() => Assert.Empty(BoundValues.Write(PlanCompiler.Compile<int>(Step("a").Expression)));

    [Fact]
    public void Values_of_another_flow_are_refused()
    {
        var bytes = BoundValues.Write(Plan(1, "one", 10));
        Assert.Throws<PayloadException>(() => BoundValues.Read(PlanCompiler.Compile<int>((Step("a") >> Step("b").Bind(1)).Expression()), bytes));
        Assert.Throws<PayloadException>(() => BoundValues.Read(Plan(1, "one", 10), bytes.AsMemory(0, bytes.Length - 1)));
    }

    [Fact]
    public void A_value_without_a_codec_is_refused_by_its_place()
    {
        var plan = PlanCompiler.Compile<int>((Step("a") >> Flow.Task("b", (BoundValuesTests x) => 1).Bind(this)).Expression());
        var error = Assert.Throws<NotSerializableException>(() => BoundValues.Write(plan));
        Assert.StartsWith("GRF201: The value of b.Bind: BoundValuesTests cannot leave this process: no codec was generated for it.", error.Message, StringComparison.Ordinal);
    }

    private static FlowPlan Plan(int number, string text, int inner) => PlanCompiler.Compile<int>(
        (Step("a") >> Step("b").Bind(number) >> Flow.Task("list", (int x) => new[] { x }.ToList())
            >> (Step("c") >> Step("d").Bind(inner)).ForEach() >> Flow.Task("e", (string x) => 1).Bind(text)).Expression());
}
