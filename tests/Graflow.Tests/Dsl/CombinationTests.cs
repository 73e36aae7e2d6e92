using Graflow.Dsl;
using Xunit;
using static Graflow.Tests.Dsl.Nodes;

namespace Graflow.Tests.Dsl;

public sealed class CombinationTests
{
    private static readonly Flow<int, int> Missing = null!;

    [Fact]
    public void A_null_operand_names_the_order_of_initialization()
    {
        Action[] uses =
        [
            () => _ = Missing >> Halve, () => _ = Halve >> Notify >> (IExecutable<Unit, int>)null!, () => _ = Missing | Halve, () => _ = Halve | Missing,
            () => _ = (Halve | Wide) | Missing, () => Missing.Try(), () => Missing.ForEach(), () => Missing.As("eu"), () => Halve.OrElse((IExecutable<int, double>)null!),
            () => Flow.Parallel(Halve, null!), () => _ = (Halve | Wide) >> (Join2<double, long, bool>)null!, () => ((Node<int, double>)null!).With(static o => o.Priority = 1),
            () => { Flow<int, double> flow = (Node<int, double>)null!; },
            () => (Halve | Wide).WithPolicy((TolerantPolicy)null!), () => (Halve | Wide).WithPolicy((StrictPolicy)null!), () => Halve.ForEach().WithPolicy((TolerantPolicy)null!),
            () => (Halve | Wide).WithExecution(null!), () => Halve.ForEach().WithExecution(null!), () => (Halve | Wide).Try().WithExecution(null!),
        ];
        Assert.All(uses, use =>
        {
            var error = Assert.Throws<FlowDefinitionException>(use);
            Assert.Equal("GRF103", error.Id);
            Assert.Contains("initialized in the order", error.Message, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_map_needs_room_for_an_element(int maxConcurrency) =>
        Assert.Equal("GRF302", Assert.Throws<FlowDefinitionException>(() => Halve.ForEach(maxConcurrency)).Id);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_limit_needs_time(int seconds) =>
        Assert.Equal("GRF302", Assert.Throws<FlowDefinitionException>(() => Halve.Within(TimeSpan.FromSeconds(seconds))).Id);

    [Fact]
    public void Nothing_in_parallel_is_refused()
    {
        var error = Assert.Throws<FlowDefinitionException>(() => Flow.Parallel<int, double>());
        Assert.Equal("GRF108: Flow.Parallel was given no branch; give at least one.", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a#1")]
    [InlineData("a[1]")]
    [InlineData("a!")]
    public void Names_leave_the_characters_of_paths_alone(string name)
    {
        Action[] uses =
        [
            () => Halve.As(name), () => (Source >> Halve).As(name), () => (Halve | Wide).Named(name), () => (Halve | Wide).Named("g").Named(name),
            () => Halve.ForEach().Named(name), () => (Halve | Wide).WithPolicy(GroupPolicy.FailFast).Named(name), () => Flow.Task(name, (int x) => x),
        ];
        Assert.All(uses, use => Assert.Throws<FlowDefinitionException>(use));
    }

    [Fact]
    public void A_policy_that_contradicts_its_group_is_refused_when_the_group_gets_it()
    {
        Action[] uses =
        [
            () => (Halve | Wide).WithPolicy(GroupPolicy.AtLeast(3)), () => (Halve | Wide).WithPolicy(GroupPolicy.Critical(Text)),
            () => Flow.Parallel(Halve, Halve.As("b")).WithPolicy(GroupPolicy.AtLeast(3)), () => Halve.ForEach().WithPolicy(GroupPolicy.Critical(Halve)),
            () => (Halve.As("eu") | Wide).WithPolicy(GroupPolicy.Critical(Halve)),
        ];
        Assert.All(uses, use => Assert.Equal("GRF108", Assert.Throws<FlowDefinitionException>(use).Id));
    }

    [Fact]
    public void A_branch_is_named_by_the_task_that_yields_its_output()
    {
        var asLastTask = (Halve | Text >> Length).WithPolicy(GroupPolicy.Critical(Length));
        var behindProjection = (Halve.Select(static x => x).Try() | Wide).WithPolicy(GroupPolicy.Critical(Halve));
        var inInstance = ((Text >> Length).As("eu") | Wide).WithPolicy(GroupPolicy.Critical(Length.As("eu")));
        Assert.Equal(3, new IExecutable[] { asLastTask, behindProjection, inInstance }.Distinct().Count());
    }

    [Fact]
    public void A_second_policy_is_refused_at_run_time_too()
    {
        var group = (Halve | Wide).WithPolicy(GroupPolicy.FailFast);
        var method = group.GetType().GetMethod("WithPolicy")!;
        var error = Assert.Throws<System.Reflection.TargetInvocationException>(() => method.Invoke(group, [GroupPolicy.Strict]));
        Assert.Equal("GRF108", Assert.IsType<FlowDefinitionException>(error.InnerException).Id);
    }

    [Fact]
    public void Settings_stay_with_the_group_that_got_them()
    {
        var named = (Halve | Wide).Named("checks").WithExecution(Execution.Threads(2)).WithPolicy(GroupPolicy.BestEffort);
        var settings = ((ConfiguredExpression)((IExecutable)named).Expression).Settings;
        Assert.Equal(new GroupSettings("checks", GroupPolicy.BestEffort, settings.Execution), settings);
        Assert.Equal(2, settings.Execution!.Limit);
        var race = (FirstExpression)((IExecutable)(Halve | Halve.As("b")).Named("race").First()).Expression;
        Assert.Equal("race", race.Settings.Name);
    }

    [Fact]
    public void Combining_changes_no_operand()
    {
        var group = Halve | Wide;
        var (text, expression) = (group.ToString(), ((IExecutable)group).Expression);
        _ = group | Text;
        _ = group.Named("g").WithPolicy(GroupPolicy.BestEffort);
        _ = group.WithExecution(Execution.Direct) >> Store;
        var other = Halve.With(static o => o.Priority = 7);
        var instance = Halve.As("eu");
        Assert.Equal(text, group.ToString());
        Assert.Same(expression, ((IExecutable)group).Expression);
        Assert.Equal((0, ""), (Halve.Options.Priority, Halve.Path));
        Assert.Equal((7, "eu"), (other.Options.Priority, instance.Path));
    }

    [Fact]
    public void A_node_keeps_its_options_when_a_copy_of_them_changes()
    {
        Halve.Options.Priority = 9;
        Assert.Equal(0, Halve.Options.Priority);
    }

    [Fact]
    public void Combining_ten_thousand_times_is_instant_and_the_text_stays_short()
    {
        Flow<int, int> flow = Flow.Task("first", static (int x) => x);
        for (var i = 0; i < 10_000; i++)
        {
            flow = flow >> Flow.Task($"t{i}", static (int x) => x);
        }

        Assert.InRange(flow.ToString().Length, 1, 200);
    }

    [Fact]
    public void A_hundred_threads_combine_the_same_operands()
    {
        var source = new Node<Unit, int>("Fresh");
        var results = new (FlowExpression Node, string Text)[100];
        var threads = Enumerable.Range(0, results.Length).Select(i => new Thread(() =>
        {
            var flow = source >> (Halve | Wide).Named("g") >> Store;
            results[i] = (((IExecutable)source).Expression, flow.ToString());
        })).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());
        Assert.Single(results.Select(static result => result.Text).Distinct());
        Assert.Single(results.Select(static result => result.Node).Distinct());
    }

    [Fact]
    public void Lambdas_ask_only_for_what_they_take()
    {
        TaskNode[] nodes =
        [
            Flow.Task("a", static (int x) => x), Flow.Task("b", static (int x, TaskContext c) => x), Flow.Task("c", static (int x, CancellationToken ct) => Task.FromResult(x)), Flow.Task("d", static () => 1),
        ];
        Assert.Equal(
            [CompilerServices.TaskInjection.None, CompilerServices.TaskInjection.Context, CompilerServices.TaskInjection.CancellationToken, CompilerServices.TaskInjection.None],
            nodes.Select(static node => node.Descriptor.Injection));
    }
}
