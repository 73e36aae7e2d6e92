using Xunit;

namespace Graflow.Tests.Engine;

public sealed class HandlerTests
{
    [Fact]
    public async Task The_body_sees_the_token_that_the_handler_passes()
    {
        CancellationToken seen = default;
        using var source = new CancellationTokenSource();
        var flow = Flow.Task("task", (int x, CancellationToken ct) => { seen = ct; return x; }).With(static o => o.Handler = "mine");
        await using var engine = new WorkflowEngine(o => o.Handlers.Add("mine", new Handler((call, context, _) => call.InvokeAsync(context, source.Token))));

        Assert.Equal(1, await engine.RunAsync(flow, 1));

        Assert.Equal(source.Token, seen);
    }

    [Fact]
    public async Task A_second_call_of_the_body_voids_what_the_first_one_asked_for()
    {
        var (calls, sideTasks) = (0, 0);
        var side = Flow.Task("side", (int x) => ++sideTasks);
        var flow = Flow.Task("task", (int x, TaskContext context) =>
        {
            context.NextTask(side, x);
            return ++calls == 1 ? throw new IOException() : x;
        }).With(static o => o.Handler = "twice");
        await using var engine = new WorkflowEngine(static o => o.Handlers.Add("twice", new Handler(static async (call, context, ct) =>
        {
            await Assert.ThrowsAsync<IOException>(async () => await call.InvokeAsync(context, ct));
            await call.InvokeAsync(context, ct);
            Assert.Equal(1, call.Output);
        })));

        Assert.Equal(1, await engine.RunAsync(flow, 1));

        Assert.Equal((2, 1), (calls, sideTasks));
    }

    [Fact]
    public async Task A_handler_that_never_calls_the_body_fails_the_task_by_name()
    {
        var flow = Flow.Task("task", static (int x) => x).With(static o => o.Handler = "lazy");
        await using var engine = new WorkflowEngine(static o => o.Handlers.Add("lazy", new Handler(static (_, _, _) => default)));

        var error = await Assert.ThrowsAsync<TaskFailedException>(() => engine.RunAsync(flow, 1));

        Assert.Contains("\"lazy\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_is_known_by_the_name_that_its_class_declares()
    {
        var flow = Flow.Task("task", static (int x) => x + 1).With(static o => o.Handler = "counted");
        var handler = new CountingHandler();
        await using var engine = new WorkflowEngine(o => o.Handlers.Add(handler));

        Assert.Equal(2, await engine.RunAsync(flow, 1));

        Assert.Equal(1, handler.Calls);
    }

    [Fact]
    public void A_handler_without_a_name_has_to_be_given_one()
    {
        var error = Assert.Throws<ArgumentException>(() => new WorkflowEngine(static o => o.Handlers.Add(new Handler(static (_, _, _) => default))));
        Assert.Contains("declares no name", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_handler_is_refused_before_anything_runs_with_the_nearest_name()
    {
        var ran = 0;
        var flow = Flow.Task("first", (int x) => ++ran) >> Flow.Task("second", static (int x) => x).With(static o => o.Handler = "gup");
        await using var engine = new WorkflowEngine(static o => o.Handlers.Add("gpu", new Handler(static (call, context, ct) => call.InvokeAsync(context, ct))));

        var error = await Assert.ThrowsAsync<UnknownHandlerException>(async () => await engine.RunAsync(flow, 1));

        Assert.Equal(("second", "gup", "GRF301", 0), (error.TaskId, error.Handler, error.Id, ran));
        Assert.Contains("Did you mean \"gpu\"?", error.Message, StringComparison.Ordinal);
    }

    private sealed class Handler(Func<TaskCall, TaskContext, CancellationToken, ValueTask> execute) : ITaskHandler
    {
        public ValueTask ExecuteAsync(TaskCall call, TaskContext context, CancellationToken ct) => execute(call, context, ct);
    }

    [TaskHandler("counted")]
    private sealed class CountingHandler : ITaskHandler
    {
        public int Calls { get; private set; }

        public ValueTask ExecuteAsync(TaskCall call, TaskContext context, CancellationToken ct)
        {
            Calls++;
            return call.InvokeAsync(context, ct);
        }
    }
}
