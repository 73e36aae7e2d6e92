using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Engine;

/// <summary>Many runs at once that end early in all ways while others end well: every run ends, and none sees another's values.</summary>
public sealed class StormTests
{
    private static readonly ManualTimeProvider Clock = new();
    private static readonly WorkflowEngine Engine = new(static o => o.TimeProvider = Clock);

    [Theory]
    [InlineData("Direct")]
    [InlineData("Threads(2)")]
    [InlineData("Threads()")]
    public async Task Runs_that_end_early_leave_the_others_alone(string execution)
    {
        var flow = Storm();
        using var storm = new CancellationTokenSource();
        var advancing = Task.Run(async () =>
        {
            while (!storm.IsCancellationRequested)
            {
                Clock.Advance(TimeSpan.FromMilliseconds(1));
                await Task.Yield();
            }
        });
        try
        {
            await Task.WhenAll(Enumerable.Range(0, 16).Select(thread => Task.Run(() => RunManyAsync(flow, thread, execution)))).OrHang();
        }
        finally
        {
            await storm.CancelAsync();
            await advancing;
        }
    }

    [Fact]
    public async Task Frames_and_drivers_that_timed_out_bodies_still_use_are_not_used_again()
    {
        using var deaf = new DeafBody();
        var stuck = deaf.Task("stuck", isAsync: false).With(static o => o.Timeout = TimeSpan.FromSeconds(1));
        var flow = stuck.OrElse(Flow.Task("fallback", (int x) => -x)) >> Flow.Task("echo", (int x) => x);
        var first = Enumerable.Range(1, 8).Select(i => Engine.RunAsync(flow, i)).ToArray();
        SpinWait.SpinUntil(() => deaf.Starts == 8);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Enumerable.Range(1, 8).Select(static x => -x), await Task.WhenAll(first).OrHang());
        var second = Enumerable.Range(100, 8).Select(i => Engine.RunAsync(flow, i)).ToArray();
        SpinWait.SpinUntil(() => deaf.Starts == 16);
        deaf.Release();
        Assert.Equal(Enumerable.Range(100, 8), await Task.WhenAll(second).OrHang());
    }

    private static Flow<int, string> Storm()
    {
        var id = Flow.Task("id", (int x) => $"{x}:");
        var step = Flow.Task("step", async (string x) =>
        {
            await Task.Yield();
            return x + "s";
        });
        var sync = Flow.Task("sync", (string x) => x + "y");
        var flaky = Flow.Task("flaky", (string x, TaskContext context) => context.Attempt == 1 && x.Length % 2 == 0 ? throw new InvalidDataException(x) : x + "f")
            .With(static o => o.Retry = new() { MaxAttempts = 2, Delay = TimeSpan.FromMilliseconds(1) });
        var slow = Flow.Task("slow", async (string x, CancellationToken ct) =>
        {
            await Task.Yield();
            ct.ThrowIfCancellationRequested();
            return x + "w";
        }).With(static o => o.Timeout = TimeSpan.FromMilliseconds(2));
        var failing = Flow.Task("failing", (string x) => x.GetHashCode(StringComparison.Ordinal) % 2 == 0 ? throw new InvalidDataException(x) : x + "o");
        var race = (step.As("r1") >> sync.As("r1") | sync.As("r2") | slow.As("r3")).First().Select(static x => x.Split(':')[0] + ":");
        var quick = (failing.As("q") | step.As("q1") >> step.As("q2") | slow.As("q")).WithPolicy(GroupPolicy.FailFast).Within(TimeSpan.FromMilliseconds(3)).Try()
            .Select(static x => x.TryGet(out var all) ? all.Item1.Split(':')[0] + ":" : x.Failure is null ? "lost" : null);
        var elements = Flow.Task("split", (string x) => Enumerable.Range(0, 5).Select(_ => x).ToArray())
            >> (flaky >> slow.As("m")).OrElse(sync.As("m")).ForEach(2).WithExecution(Execution.Threads(2)).Select(static list => string.Concat(list));
        var all = (race | quick | elements | step.Within(TimeSpan.FromMilliseconds(2)).OrElse(sync)).WithExecution(Execution.Threads(3));
        return id >> all >> Flow.Task("join", ((string Race, string? Quick, string Elements, string Within) x) => $"{x.Race}|{x.Quick}|{x.Elements}|{x.Within}");
    }

    private static async Task RunManyAsync(Flow<int, string> flow, int thread, string execution)
    {
        for (var i = 0; i < 60; i++)
        {
            var id = (thread * 1000) + i;
            using var source = new CancellationTokenSource();
            var options = Executions.On(execution) with { Deadline = i % 5 == 1 ? TimeSpan.FromMilliseconds(4) : null };
            var run = i % 3 == 0 ? Engine.RunAsync(flow, id, options, source.Token) : Engine.RunAsync(flow, id, options);
            if (i % 6 == 0)
            {
                await Task.Yield();
                await source.CancelAsync();
            }

            await AssertEndAsync(run, id);
        }
    }

    private static async Task AssertEndAsync(Task<string> run, int id)
    {
        try
        {
            var parts = (await run).Split('|');
            Assert.Equal($"{id}:", parts[0]);
            Assert.True(parts[1] is "" || parts[1] == $"{id}:", parts[1]);
            Assert.Equal(5, parts[2].Split(':').Length - 1);
            Assert.Equal(5, parts[2].Split($"{id}:").Length - 1);
            Assert.StartsWith($"{id}:", parts[3], StringComparison.Ordinal);
        }
        catch (Exception error) when (error is RunCancelledException or RunDeadlineException)
        {
        }
    }
}
