using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Engine;

public sealed class ResilienceWiringTests
{
    private readonly ManualTimeProvider _time = new();
    private int _calls;

    [Fact]
    public async Task Cache_gives_the_first_output_until_it_expires()
    {
        var flow = Flow.Task("count", (string key) => $"{key}{++_calls}").With(o => o.Cache = new() { Ttl = TimeSpan.FromMinutes(1) });
        await using var engine = new WorkflowEngine(o => o.TimeProvider = _time);

        Assert.Equal("a1", await engine.RunAsync(flow, "a"));
        Assert.Equal("b2", await engine.RunAsync(flow, "b"));
        Assert.Equal("a1", await engine.RunAsync(flow, "a"));
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("a3", await engine.RunAsync(flow, "a"));
    }

    [Fact]
    public async Task Equal_calls_at_once_run_once_and_a_failed_leader_is_replaced()
    {
        var gate = new TaskCompletionSource<string>();
        var flow = Flow.Task("slow", async (string key) => ++_calls == 1 ? await gate.Task : "second").With(o => o.Cache = new() { Ttl = TimeSpan.FromMinutes(1) });
        await using var engine = new WorkflowEngine();

        var first = engine.RunAsync(flow, "a");
        var second = engine.RunAsync(flow, "a");
        Assert.Equal(1, _calls);
        gate.SetException(new IOException("gone"));

        Assert.IsType<IOException>((await Assert.ThrowsAsync<TaskFailedException>(() => first)).InnerException);
        Assert.Equal("second", await second);
        Assert.Equal(2, _calls);
    }

    [Fact]
    public async Task A_cancelled_run_hands_its_cached_call_to_the_next_one()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var never = new TaskCompletionSource<string>();
        var flow = Flow.Task("slow", async (string key) =>
        {
            if (++_calls > 1)
            {
                return "second";
            }

            entered.SetResult();
            return await never.Task;
        }).With(o => o.Cache = new() { Ttl = TimeSpan.FromMinutes(1) });
        await using var engine = new WorkflowEngine();

        var first = await engine.StartAsync(flow, "a", new() { Execution = Execution.Direct });
        await entered.Task.OrHang();
        var second = engine.RunAsync(flow, "a");
        await first.CancelAsync();

        Assert.Equal("second", await second);
    }

    [Fact]
    public async Task Limit_holds_across_runs_and_a_cancelled_run_gives_its_permit_back()
    {
        var (entered, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var flow = Flow.Task("limited", async (int x) => { _calls++; entered.TrySetResult(); await gate.Task; return x; }).With(o => o.Limit = new() { Concurrency = 1 });
        await using var engine = new WorkflowEngine();

        var first = await engine.StartAsync(flow, 1);
        await entered.Task;
        var second = engine.RunAsync(flow, 2);
        Assert.Equal(1, _calls);
        await first.CancelAsync();
        gate.SetResult();

        Assert.Equal(2, await second);
        Assert.Equal(2, _calls);
    }

    [Fact]
    public async Task A_body_that_ends_right_after_its_run_gives_its_permit_back()
    {
        var flow = Flow.Task("quits", async (int x, TaskContext context) =>
        {
            await Task.Yield();
            context.CancelRun("enough");
            return x;
        }).With(o => o.Limit = new() { Concurrency = 1 });
        await using var engine = new WorkflowEngine();

        for (var i = 0; i < 500; i++)
        {
            await Assert.ThrowsAsync<RunCancelledException>(() => engine.RunAsync(flow, i).OrHang());
        }
    }

    [Fact]
    public async Task Open_circuit_refuses_attempts_until_its_reset()
    {
        var flow = Flow.Task("broken", (int x) => ++_calls == 1 ? throw new IOException("down") : x)
            .With(o => o.CircuitBreaker = new() { Failures = 1, Reset = TimeSpan.FromSeconds(30) });
        await using var engine = new WorkflowEngine(o => o.TimeProvider = _time);

        await Assert.ThrowsAsync<TaskFailedException>(() => engine.RunAsync(flow, 1));
        await Assert.ThrowsAsync<CircuitOpenException>(() => engine.RunAsync(flow, 1));
        Assert.Equal(1, _calls);
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(7, await engine.RunAsync(flow, 7));
    }

    [Fact]
    public async Task One_key_with_two_numbers_is_refused_before_anything_runs()
    {
        var flow = Flow.Task("a", (int x) => ++_calls).With(o => o.Limit = new() { Concurrency = 1, Key = "db" })
            >> Flow.Task("b", (int x) => ++_calls).With(o => o.Limit = new() { Concurrency = 2, Key = "db" });

        var error = await Assert.ThrowsAsync<FlowDefinitionException>(async () => await new WorkflowEngine().RunAsync(flow, 1));

        Assert.Equal("GRF302", error.Id);
        Assert.Contains("\"db\"", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _calls);
    }
}
