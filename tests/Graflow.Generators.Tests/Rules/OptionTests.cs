using Xunit;

namespace Graflow.Generators.Tests.Rules;

/// <summary>GRF302.</summary>
public sealed class OptionTests
{
    [Theory]
    [InlineData("Task, [|Retry(0)|]", "Retry.MaxAttempts is 0")]
    [InlineData("Task, [|Retry(3, Delay = \"1s\")|]", "Retry.Delay is \"1s\", which is no duration")]
    [InlineData("Task, [|Retry(3, Delay = \"-00:00:01\")|]", "must not be negative")]
    [InlineData("Task, [|Retry(3, Delay = \"00:00:10\", MaxDelay = \"00:00:01\")|]", "Retry.MaxDelay is 00:00:01, less than Retry.Delay 00:00:10")]
    [InlineData("[|Task(Timeout = \"30\")|]", "Task.Timeout is \"30\", which is no duration")]
    [InlineData("[|Task(Timeout = \"soon\")|]", "Task.Timeout is \"soon\"")]
    [InlineData("[|Task(Timeout = \"00:00:00\")|]", "must be more than zero")]
    [InlineData("[|Task(Handler = \"\")|]", "Task.Handler is empty")]
    [InlineData("[|Task(Queue = \"\")|]", "Task.Queue is empty")]
    [InlineData("[|Task(\"\")|]", "the id \"\" is empty")]
    [InlineData("[|Task(\"a/b\")|]", "the id \"a/b\"")]
    [InlineData("Task, [|Limit(-1)|]", "Limit.Concurrency is -1")]
    [InlineData("Task, [|Limit|]", "neither Concurrency nor PerSecond")]
    [InlineData("Task, [|Limit(PerSecond = -0.5)|]", "Limit.PerSecond is -0.5")]
    [InlineData("Task, [|Limit(PerSecond = double.NaN)|]", "Limit.PerSecond is NaN")]
    [InlineData("Task, [|Cache(\"\")|]", "Cache.Ttl is \"\"")]
    [InlineData("Task, [|Cache(\"00:00:00\")|]", "must be more than zero")]
    [InlineData("Task, [|CircuitBreaker(0, \"00:00:01\")|]", "CircuitBreaker.Failures is 0")]
    [InlineData("Task, [|CircuitBreaker(1, \"never\")|]", "CircuitBreaker.Reset is \"never\"")]
    public async Task Options_that_no_task_can_run_by_are_reported_at_their_attribute(string attributes, string reason)
    {
        var source = $"public static partial class A {{ [{attributes}] public static int F(int x) => x; [Task] public static int Fine(int x) => x; }}";
        var found = await Findings.ExpectAsync("GRF302", source);
        Assert.Contains(reason, Assert.Single(found).GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(["A.Fine.g.cs"], Findings.NodesOf(source));
    }

    [Fact]
    public Task Options_at_their_bounds_are_fine() => Findings.ExpectNoneAsync("""
        internal static partial class A
        {
            [Task(Timeout = "00:00:00.0000001"), Retry(1, Delay = "00:00:00"), Limit(1), Cache("1.00:00:00"), CircuitBreaker(1, "00:00:00.1")] private static int F(int x) => x;
            [Task, Limit(PerSecond = 0.001), Retry(2, Delay = "00:00:01", MaxDelay = "00:00:01")] private static int G(int x) => x;
        }
        """);
}
