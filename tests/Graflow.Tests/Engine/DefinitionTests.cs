using Xunit;

namespace Graflow.Tests.Engine;

/// <summary>What cannot work is refused before anything runs, in the words of the diagnostics.</summary>
public sealed class DefinitionTests
{
    private static readonly WorkflowEngine Engine = new();

    private readonly Journal _journal = new();

    [Fact]
    public async Task A_cycle_is_refused_with_its_path()
    {
        var (a, b) = (_journal.Step("a"), _journal.Step("b"));
        await AssertRefusedAsync(a >> b >> a, "GRF101", "a → b → a");
    }

    [Fact]
    public async Task Two_inputs_for_one_node_are_refused_with_both_names()
    {
        var clean = _journal.Step("clean");
        await AssertRefusedAsync(_journal.Step("fetch") >> clean | _journal.Step("parse") >> clean, "GRF102", "clean is fed by both fetch and parse; use .As(\"…\") to run it twice.");
    }

    [Fact]
    public async Task Two_option_sets_for_one_node_are_refused()
    {
        var a = _journal.Step("a");
        await AssertRefusedAsync(a | a.With(static o => o.Priority = 1), "GRF110", "a stands in the flow with two option sets");
    }

    [Fact]
    public async Task Two_executions_for_one_node_are_refused()
    {
        var a = _journal.Step("a");
        await AssertRefusedAsync(a | a.WithExecution(Execution.Threads(1)), "GRF110", "a stands in the flow under two executions");
    }

    [Fact]
    public async Task Two_tasks_with_one_id_are_refused() =>
        await AssertRefusedAsync(_journal.Step("same") | _journal.Step("same"), "GRF003", "Two different tasks are called same");

    [Fact]
    public void A_policy_that_its_group_cannot_have_is_refused_as_the_group_gets_it()
    {
        var (a, b) = (_journal.Step("a"), _journal.Step("b"));
        Action[] uses =
        [
            () => (a | b).WithPolicy(GroupPolicy.AtLeast(3)), () => GroupPolicy.AtLeast(0), () => (a | b).WithPolicy(GroupPolicy.Critical(_journal.Step("stranger"))),
            () => GroupPolicy.Critical(), () => GroupPolicy.AtMostFailed(101), () => GroupPolicy.AtMostFailed(double.NaN), () => a.ForEach().WithPolicy(GroupPolicy.Critical(a)),
        ];
        Assert.All(uses, static use => Assert.Equal("GRF108", Assert.Throws<FlowDefinitionException>(use).Id));
        Assert.Empty(_journal.Entries);
    }

    [Fact]
    public async Task An_unknown_handler_is_refused_with_the_nearest_name()
    {
        var flow = _journal.Step("a") >> _journal.Step("b").With(static o => o.Handler = "dirct");
        var error = await Assert.ThrowsAsync<UnknownHandlerException>(() => Engine.RunAsync(flow, 0));
        Assert.Contains("Did you mean \"direct\"?", error.Message, StringComparison.Ordinal);
        Assert.Empty(_journal.Entries);
    }

    private async Task AssertRefusedAsync<TOut>(IExecutable<int, TOut> flow, string id, string text)
    {
        var error = await Assert.ThrowsAsync<FlowDefinitionException>(() => Engine.RunAsync(flow, 0));
        Assert.Equal(id, error.Id);
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
        Assert.Empty(_journal.Entries);
    }
}
