using System.Collections.Concurrent;
using Graflow.CompilerServices;
using Graflow.Runs;
using Graflow.Tests.Logs;
using Xunit;

namespace Graflow.Tests.Runs;

/// <summary>What runs again when tasks are tried that were given up.</summary>
public sealed class RedriveTests : IAsyncLifetime, IAsyncDisposable
{
    private static readonly ConcurrentQueue<string> Ran = new();
    private static readonly Flow<int, int> Each = Flow.Task("redrive.count", static (int n) => Enumerable.Range(0, n).ToList())
        >> (Step("redrive.first", static _ => false) >> Step("redrive.second", static x => x % 2 == 1)).ForEach()
        >> Flow.Task("redrive.sum", static (IReadOnlyList<int> all) => Run("sum", all.Sum()));

    private static readonly Flow<int, int> Wide = Step("redrive.begin", static _ => false)
        >> (Step("redrive.left", static _ => true) | Step("redrive.middle", static _ => false) | Step("redrive.right", static _ => true))
        >> Flow.Task("redrive.add", static ((int, int, int) x) => Run("add", x.Item1 + x.Item2 + x.Item3));

    private static bool _isBroken;

    private readonly LogFolder _log = new();
    private readonly WorkflowEngine _engine;

    static RedriveTests()
    {
        GraflowRegistry.Add(new WorkflowRegistration<int, int>("redrive.each", static () => Each));
        GraflowRegistry.Add(new WorkflowRegistration<int, int>("redrive.wide", static () => Wide));
    }

    public RedriveTests() => _engine = new WorkflowEngine(o =>
    {
        o.UseFileLog(_log.Path);
        o.Execution = Execution.Direct;
    });

    public Task InitializeAsync() => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        _log.Dispose();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Theory]
    [InlineData("redrive.second[1]")]
    [InlineData("redrive.second[3]")]
    [InlineData("redrive.second[1]", "redrive.second[3]")]
    public async Task Of_a_for_each_the_elements_that_failed_run_again_and_what_follows_and_the_others_stay(params string[] givenUp)
    {
        await BreakAsync(Each, 5);
        Assert.Equal(10, await AgainAsync(Each, givenUp));
        Assert.Equal(["redrive.first 1", "redrive.first 3", "redrive.second 1", "redrive.second 3", "sum 10"], Ran.Order());
    }

    [Fact]
    public async Task An_element_that_succeeded_runs_again_when_it_is_asked_for()
    {
        await BreakAsync(Each, 5);
        Assert.Equal(10, await AgainAsync(Each, "redrive.first[4]"));
        Assert.Equal(["redrive.first 1", "redrive.first 3", "redrive.first 4", "redrive.second 1", "redrive.second 3", "redrive.second 4", "sum 10"], Ran.Order());
    }

    [Fact]
    public async Task A_run_that_is_tried_again_can_be_tried_again()
    {
        await BreakAsync(Each, 5);
        var again = await RunRetry.CreateAsync(_engine.Store!, TimeProvider.System, new RetryRequest("broken", "redrive.second[1]", new RunRetryOptions()) { GivenUp = ["redrive.second[1]"] }, CancellationToken.None);
        _isBroken = true;
        await Assert.ThrowsAnyAsync<GraflowException>(async () => await (await _engine.ResumeAsync(Each, again)).Completion);
        _isBroken = false;
        Ran.Clear();
        Assert.Equal(10, await OfAsync(again, Each, ["redrive.second[3]"]));
        Assert.Equal(["redrive.first 1", "redrive.first 3", "redrive.second 1", "redrive.second 3", "sum 10"], Ran.Order());
    }

    [Fact]
    public async Task All_tasks_that_were_given_up_run_again_and_those_beside_them_stay()
    {
        await BreakAsync(Wide, 1);
        Assert.Equal(3, await AgainAsync(Wide, "redrive.left", "redrive.right"));
        Assert.Equal(["add 3", "redrive.left 1", "redrive.right 1"], Ran.Order());
    }

    [Theory]
    [InlineData("Orders.Sum", "Orders.Sum", null)]
    [InlineData("eu/Orders.Sum[3]", "eu/Orders.Sum", 3)]
    [InlineData("Orders.Sum[3][4]#2", "Orders.Sum", 3)]
    [InlineData("Orders.Sum#1/Orders.Add[3]", "Orders.Sum", null)]
    [InlineData("Orders.Sum[12]!0/Orders.Add[3]", "Orders.Sum", 12)]
    public void A_path_says_which_element_of_the_flow_s_own_for_each_it_is_in(string path, string id, int? element) => Assert.Equal((id, element), ElementPath.Read(path));

    private async Task BreakAsync(Flow<int, int> flow, int input)
    {
        _isBroken = true;
        await Assert.ThrowsAnyAsync<GraflowException>(() => _engine.RunAsync(flow, input, new RunOptions { RunId = "broken" }));
        _isBroken = false;
        Ran.Clear();
    }

    private Task<int> AgainAsync(Flow<int, int> flow, params string[] givenUp) => OfAsync("broken", flow, givenUp);

    private async Task<int> OfAsync(string runId, Flow<int, int> flow, string[] givenUp)
    {
        var request = new RetryRequest(runId, givenUp[0], new RunRetryOptions()) { GivenUp = givenUp };
        await using var run = await _engine.ResumeAsync(flow, await RunRetry.CreateAsync(_engine.Store!, TimeProvider.System, request, CancellationToken.None));
        return await run.Completion;
    }

    private static TaskNode<int, int> Step(string id, Func<int, bool> fails) =>
        Flow.Task(id, (int x) => _isBroken && fails(x) ? throw new IOException($"{x} is broken") : Run(id, x));

    private static int Run(string id, int value)
    {
        Ran.Enqueue($"{id} {value}");
        return value;
    }
}
