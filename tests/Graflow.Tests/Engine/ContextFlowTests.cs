using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Graflow.Tests.Engine;

/// <summary>What bodies see of their caller and their engine.</summary>
public sealed class ContextFlowTests
{
    private static readonly AsyncLocal<string?> Ambient = new();

    public static TheoryData<string> All => Executions.All;

    [Fact]
    public async Task What_a_synchronous_body_does_to_its_culture_stays_its_own()
    {
        var flow = Flow.Task("sets", static (int x) =>
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            return x;
        }) >> Flow.Task("reads", static (int _) => CultureInfo.CurrentCulture.Name);
        var mine = CultureInfo.CurrentCulture.Name;

        var seen = await new WorkflowEngine().RunAsync(flow, 0);

        Assert.Equal((mine, mine), (seen, CultureInfo.CurrentCulture.Name));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Async_locals_flow_from_the_caller_into_bodies_and_not_back(string execution)
    {
        var engine = new WorkflowEngine();
        var read = Flow.Task("read", async (int _) => { var first = Ambient.Value; await Task.Yield(); return $"{first}{Ambient.Value}"; });
        var write = Flow.Task("write", (IReadOnlyList<string> x) => { Ambient.Value = "body"; return string.Concat(x); });
        var flow = Flow.Parallel(Enumerable.Range(0, 4).Select(i => read.As($"r{i}"))) >> write;
        Ambient.Value = "caller";
        Assert.Equal(string.Concat(Enumerable.Repeat("caller", 8)), await engine.RunAsync(flow, 0, Executions.On(execution)).OrHang());
        Assert.Equal("caller", Ambient.Value);
    }

    [Fact]
    public async Task A_thread_that_completes_a_body_keeps_its_own_async_locals()
    {
        var engine = new WorkflowEngine();
        var gate = new TaskCompletionSource<int>();
        Ambient.Value = "caller";
        var run = engine.RunAsync(Flow.Task("wait", (int _) => gate.Task) >> Flow.Task("read", (int x) => $"{x}{Ambient.Value}"), 0);
        Ambient.Value = "completer";
        gate.SetResult(1);
        Assert.Equal("1caller", await run.OrHang());
        Assert.Equal("completer", Ambient.Value);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_attempt_has_a_service_scope_of_its_own_that_is_disposed_of_with_it(string execution)
    {
        var journal = new Journal();
        await using var services = new ServiceCollection().AddSingleton(journal).AddScoped<Session>().BuildServiceProvider();
        var engine = new WorkflowEngine(o => o.Services = services);
        var task = Flow.Task("task", (int x, TaskContext context) =>
        {
            var session = context.Services.GetRequiredService<Session>();
            Assert.Same(session, context.Services.GetRequiredService<Session>());
            journal.Add("use");
            return context.Attempt == 1 ? throw new InvalidDataException() : x;
        }).With(static o => o.Retry = new() { MaxAttempts = 2 });
        Assert.Equal(1, await engine.RunAsync(task, 1, Executions.On(execution)).OrHang());
        Assert.Equal(["open", "use", "close", "open", "use", "close"], journal.Entries);
    }

    private sealed class Session : IAsyncDisposable
    {
        private readonly Journal _journal;

        public Session(Journal journal)
        {
            _journal = journal;
            journal.Add("open");
        }

        public ValueTask DisposeAsync()
        {
            _journal.Add("close");
            return default;
        }
    }
}
