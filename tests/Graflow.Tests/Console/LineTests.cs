using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.ConsoleViews;

public sealed class LineTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Every_event_worth_reading_is_a_line()
    {
        var tries = 0;
        var fetch = Flow.Task("Fetch", (int x, TaskContext context) =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1.5));
            context.ReportProgress(0.2, "page 1");
            context.ReportProgress(0.3, "page 2");
            context.ReportProgress(0.4, "page 3");
            return ++tries < 2 ? throw new IOException("line 1\nline 2 \u001b[31m") : x;
        }).With(o => o.Retry = new RetryOptions { MaxAttempts = 2 });
        var check = Flow.Task("Check", (int x) => x > 0 ? throw new InvalidDataException("too much") : x);
        await AssertLines(
            fetch >> check >> Flow.Task("After", (int x) => x),
            1,
            "started: Fetch >> Check >> After",
            "Fetch started",
            "Fetch 30 %: page 2",
            "Fetch failed at attempt 1, next attempt in 0 ms: line 1…",
            "Fetch 30 %: page 2",
            "Fetch succeeded in 3.0 s, attempt 2",
            "Check started",
            "Check failed at attempt 1: too much",
            "After skipped: Check failed: too much",
            "failed after 3.0 s, 1 task done, 1 failed: Check failed: too much");
    }

    [Fact]
    public async Task Elements_and_iterations_are_counted_instead_of_told_one_by_one()
    {
        TaskNode<int, int> loop = null!;
        loop = Flow.Task("Loop", (int x) => x >= 300 ? (Next<int>)x : Next.To(loop, x + 1));
        var picky = Flow.Task("Picky", (int x) => x < 12 ? throw new InvalidOperationException("no") : x);
        var flow = Flow.Task("Range", (int n) => Enumerable.Range(0, n).ToArray()) >> picky.ForEach().WithPolicy(GroupPolicy.BestEffort) >> loop.Bind(0);
        var failures = Enumerable.Range(0, 10).Select(i => $"Picky[{i}] failed at attempt 1: no" + (i == 9 ? " (further failures of Picky are counted, not told)" : ""));
        await AssertLines(
            flow,
            1012,
            ["started: Range >> Picky.ForEach() >> Loop.Bind(…)", "Range started", "Range succeeded in 0 ms", .. failures,
             "Picky: 100 succeeded", "Picky: 200 succeeded", "Picky: 500 succeeded", "Picky: 1,000 succeeded",
             "Picky.ForEach: 1,000 of 1,012 succeeded, goes on",
             "Loop started", "Loop: 100 iterations", "Loop: 200 iterations", "Loop succeeded in 0 ms, 301 iterations",
             "succeeded in 0 ms: 1,002 tasks done, 12 failed"]);
    }

    [Fact]
    public async Task A_flow_of_many_tasks_is_counted_too()
    {
        var flow = Flow.Parallel(Enumerable.Range(0, 200).Select(i => Flow.Task($"t{i}", (int x) => x))).Named("all");
        await AssertLines(flow, 1, $"started: {flow}", "100 tasks succeeded", "200 tasks succeeded", "succeeded in 0 ms: 200 tasks done");
    }

    [Fact]
    public async Task Nothing_is_written_after_the_observer_was_disposed_of()
    {
        var output = new StringWriter();
        var observer = new ConsoleObserver(output);
        observer.Dispose();
        await Recorded.RunAsync(Flow.Task("Add", (int x) => x), 1, observer, _clock);
        Assert.Equal("", output.ToString());
    }

    private async Task AssertLines<TIn, TOut>(IExecutable<TIn, TOut> flow, TIn input, params string[] lines)
    {
        var output = new StringWriter { NewLine = "\n" };
        await Recorded.RunAsync(flow, input, new ConsoleObserver(output), _clock);
        Assert.Equal(lines.Select(line => $"[r1] {line}"), output.ToString().TrimEnd('\n').Split('\n'));
    }
}
