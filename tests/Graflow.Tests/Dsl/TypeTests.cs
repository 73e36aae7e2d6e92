#pragma warning disable IDE0007 // The declared types are what these tests assert.
using Graflow.Dsl;
using Xunit;
using static Graflow.Tests.Dsl.Nodes;

namespace Graflow.Tests.Dsl;

/// <summary>The declared type on the left of each assignment is the assertion; that it compiles is the proof.</summary>
public sealed class TypeTests
{
    [Fact]
    public void A_sequence_takes_what_its_first_takes_and_yields_what_its_last_yields()
    {
        Flow<Unit, string> flow = Source >> Halve >> Flow.Task("Show", (double x) => x.ToString("F1", null));
        Assert.Equal("Source >> Halve >> Show", flow.ToString());
    }

    [Fact]
    public void What_takes_nothing_may_follow_anything()
    {
        Flow<int, Unit> told = Halve >> Notify;
        Flow<int, int> restarted = told >> Source;
        Flow<Unit, Unit> twice = Notify >> Notify;
        Assert.Equal("Halve >> Notify >> Source", restarted.ToString());
        Assert.Equal("Notify >> Notify", twice.ToString());
    }

    [Fact]
    public void A_derived_type_flows_where_its_base_is_taken()
    {
        Flow<Unit, string> fed = CatSource >> Feed;
        Assert.Equal("CatSource >> Feed", fed.ToString());
    }

    [Fact]
    public void Branches_are_flat_and_stand_in_the_order_in_which_they_are_written()
    {
        ParallelGroup<int, (double, long, string)> group = Halve | Wide | Text;
        Assert.Equal("(Halve | Wide | Text)", group.ToString());
    }

    [Fact]
    public void Only_the_left_side_grows()
    {
        ParallelGroup<int, (double, (long, string))> right = Halve | (Wide | Text);
        ParallelGroup<int, (double, long, (string, double))> both = (Halve | Wide) | (Text | Halve);
        Assert.Equal("(Halve | (Wide | Text))", right.ToString());
        Assert.Equal("(Halve | Wide | (Text | Halve))", both.ToString());
    }

    [Fact]
    public void A_group_with_a_setting_is_one_branch_of_the_next()
    {
        ParallelGroup<int, ((double, long), string)> named = (Halve | Wide).Named("g") | Text;
        ParallelGroup<int, ((double, long), string)> placed = (Halve | Wide).WithExecution(Execution.Direct) | Text;
        ParallelGroup<int, ((double, long), string)> strict = (Halve | Wide).WithPolicy(GroupPolicy.FailFast) | Text;
        ParallelGroup<int, ((Outcome<double>, Outcome<long>), string)> tolerant = (Halve | Wide).WithPolicy(GroupPolicy.BestEffort) | Text;
        Assert.All<IExecutable>([named, placed, strict, tolerant], group => Assert.Equal(2, ((GroupExpression)group.Expression).Branches.Length));
    }

    [Fact]
    public void Branches_that_take_nothing_may_stand_in_any_place()
    {
        ParallelGroup<int, (double, int)> last = Halve | Source;
        ParallelGroup<int, (int, double)> first = Source | Halve;
        ParallelGroup<Unit, (int, Unit)> both = Source | Notify;
        ParallelGroup<int, (int, Unit, double)> grown = Source | Notify | Halve;
        ParallelGroup<int, (double, long, Unit)> third = Halve | Wide | Notify;
        ParallelGroup<Unit, (int, Unit, Unit)> none = Source | Notify | Notify;
        Assert.All<IExecutable>([last, first, grown, third], group => Assert.False(group.Expression.TakesUnit));
        Assert.All<IExecutable>([both, none], group => Assert.True(group.Expression.TakesUnit));
    }

    [Fact]
    public void Branches_may_take_base_types_of_the_groups_input()
    {
        var groom = new Node<Cat, int>("Groom");
        ParallelGroup<Cat, (string, int)> baseFirst = Feed | groom;
        ParallelGroup<Cat, (int, string)> baseLast = groom | Feed;
        ParallelGroup<Cat, (string, string, int)> grown = (Feed | Feed) | groom;
        Assert.Equal("(Feed | Groom)", baseFirst.ToString());
        Assert.Equal("(Groom | Feed)", baseLast.ToString());
        Assert.Equal("(Feed | Feed | Groom)", grown.ToString());
    }

    [Fact]
    public void A_task_with_several_parameters_takes_its_branches_as_they_are()
    {
        Flow<int, bool> stored = (Halve | Wide) >> Store;
        var sequence = (SequenceExpression)((IExecutable)stored).Expression;
        Assert.IsAssignableFrom<GroupExpression>(sequence.Left);
    }

    [Fact]
    public void A_task_with_several_parameters_takes_derived_types()
    {
        Flow<Unit, string> weighed = (CatSource | Source) >> Weigh;
        var sequence = (SequenceExpression)((IExecutable)weighed).Expression;
        Assert.True(Assert.IsType<SelectExpression<(Cat, int), (Animal, int)>>(sequence.Left).IsConversion);
        Assert.Equal("(CatSource | Source) >> Weigh", weighed.ToString());
    }

    [Fact]
    public void A_task_with_unrelated_parameters_takes_the_other_order()
    {
        Flow<int, bool> other = (Wide | Halve) >> StoreAnyOrder;
        Flow<int, bool> same = (Halve | Wide) >> StoreAnyOrder;
        var conversion = Assert.IsType<SelectExpression<(long, double), (double, long)>>(((SequenceExpression)((IExecutable)other).Expression).Left);
        Assert.Equal((2.5, 7L), conversion.Projection((7L, 2.5)));
        Assert.IsAssignableFrom<GroupExpression>(((SequenceExpression)((IExecutable)same).Expression).Left);
    }

    [Fact]
    public void Three_unrelated_parameters_take_every_order()
    {
        Assert.Equal((1.5, 2L, "3"), Converted<(double, string, long)>((Halve | Text | Wide) >> PublishAnyOrder, (1.5, "3", 2L)));
        Assert.Equal((1.5, 2L, "3"), Converted<(long, double, string)>((Wide | Halve | Text) >> PublishAnyOrder, (2L, 1.5, "3")));
        Assert.Equal((1.5, 2L, "3"), Converted<(long, string, double)>((Wide | Text | Halve) >> PublishAnyOrder, (2L, "3", 1.5)));
        Assert.Equal((1.5, 2L, "3"), Converted<(string, double, long)>((Text | Halve | Wide) >> PublishAnyOrder, ("3", 1.5, 2L)));
        Assert.Equal((1.5, 2L, "3"), Converted<(string, long, double)>((Text | Wide | Halve) >> PublishAnyOrder, ("3", 2L, 1.5)));
        Flow<int, bool> asWritten = (Halve | Wide | Text) >> PublishAnyOrder;
        Assert.IsAssignableFrom<GroupExpression>(((SequenceExpression)((IExecutable)asWritten).Expression).Left);
    }

    private static (double, long, string) Converted<TFrom>(Flow<int, bool> flow, TFrom branches)
    {
        var conversion = Assert.IsType<SelectExpression<TFrom, (double, long, string)>>(((SequenceExpression)((IExecutable)flow).Expression).Left);
        return conversion.Projection(branches);
    }
}
