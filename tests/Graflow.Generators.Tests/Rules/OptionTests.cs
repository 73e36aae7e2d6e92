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

    [Theory]
    [InlineData("Tasks.F.With(o => o.Timeout = [|TimeSpan.FromSeconds(-1)|])", "Test.F: Timeout is -00:00:01; it must be more than zero")]
    [InlineData("Tasks.F.With(o => o.Timeout = [|TimeSpan.Zero|])", "Test.F: Timeout is 00:00:00; it must be more than zero")]
    [InlineData("Tasks.F.With(o => o.Timeout = [|Timeout.InfiniteTimeSpan|])", "Test.F: Timeout is -00:00:00.0010000; it must be more than zero")]
    [InlineData("Tasks.F.With(o => o.Handler = [|\"\"|])", "Test.F: Handler is empty; name a handler, or leave it at \"direct\"")]
    [InlineData("Tasks.F.With(o => o.Retry = new() { MaxAttempts = [|0|] })", "Test.F: Retry.MaxAttempts is 0; it counts all attempts, the first one included, and must be at least 1")]
    [InlineData("Tasks.F.With(o => o.Retry = new() { MaxAttempts = 2, Delay = [|-TimeSpan.FromMinutes(1)|] })", "Test.F: Retry.Delay is -00:01:00; it must not be negative")]
    [InlineData("Tasks.F.With(o => o.Retry = new() { MaxAttempts = 2, Delay = TimeSpan.FromMinutes(1), MaxDelay = [|TimeSpan.FromSeconds(1)|] })", "Test.F: Retry.MaxDelay is 00:00:01, less than Retry.Delay 00:01:00")]
    [InlineData("Tasks.F.With(o => o.Limit = new() { Concurrency = [|-2|] })", "Test.F: Limit.Concurrency is -2; it must not be negative")]
    [InlineData("Tasks.F.With(o => o.Limit = new LimitOptions { PerSecond = [|double.NaN|] })", "Test.F: Limit.PerSecond is NaN; it must be a number that is not negative")]
    [InlineData("Tasks.F.With(o => o.Limit = [|new()|])", "Test.F: Limit sets neither Concurrency nor PerSecond; set one of them")]
    [InlineData("Tasks.F.With(o => o.Limit = [|new LimitOptions { Key = \"db\", PerSecond = 0 }|])", "Test.F: Limit sets neither Concurrency nor PerSecond; set one of them")]
    [InlineData("Tasks.F.As(\"eu\").With(o => { o.Priority = 1; o.Timeout = [|TimeSpan.Zero|]; })", "Test.F: Timeout is 00:00:00; it must be more than zero")]
    [InlineData("Flow.Task(\"halve\", (int x) => x / 2).As(\"eu\").With(o => o.Timeout = [|TimeSpan.Zero|])", "halve: Timeout is 00:00:00; it must be more than zero")]
    [InlineData("Tasks.F.With(o => o.Cache = new() { Ttl = [|TimeSpan.FromHours(0)|] })", "Test.F: Cache.Ttl is 00:00:00; it must be more than zero")]
    [InlineData("Tasks.F.With(o => o.CircuitBreaker = new() { Failures = [|0|], Reset = TimeSpan.FromSeconds(1) })", "Test.F: CircuitBreaker.Failures is 0; it must be at least 1")]
    [InlineData("Tasks.F.With(o => o.CircuitBreaker = new() { Failures = 1, Reset = [|default(TimeSpan)|] })", "Test.F: CircuitBreaker.Reset is 00:00:00; it must be more than zero")]
    [InlineData("Tasks.F.ForEach([|0|])", "ForEach(0) could never run an element; give 1 or more, or ForEach() for no limit")]
    [InlineData("Tasks.F.Within([|TimeSpan.FromSeconds(-2)|])", "Within(-00:00:02) leaves no time; give more than zero")]
    [InlineData("Tasks.F.WithExecution(Execution.Processes([|0|]))", "Processes(0) could never run a body; give 1 or more")]
    [InlineData("Tasks.F.WithExecution(Execution.Threads([|0|]))", "Threads(0) could never run a body; give 1 or more, or Threads() for no limit")]
    [InlineData("Tasks.F.As([|\"a/b\"|])", "The name \"a/b\" cannot stand in a path: names are not empty and contain none of / # [ ] !; choose another one")]
    [InlineData("(Tasks.F >> Tasks.F.As(\"again\")).As([|\"\"|])", "The name \"\" cannot stand in a path: names are not empty and contain none of / # [ ] !; choose another one")]
    [InlineData("(Tasks.F | Tasks.F.As(\"other\")).Named([|\"x!\"|])", "The name \"x!\" cannot stand in a path: names are not empty and contain none of / # [ ] !; choose another one")]
    [InlineData("Flow.Task([|$\"{nameof(F)}#1\"|], (int x) => x)", "The name \"F#1\" cannot stand in a path: names are not empty and contain none of / # [ ] !; choose another one")]
    public async Task Options_in_code_are_judged_where_they_are_constants_by_the_words_of_the_run(string flow, string message)
    {
        var found = await Findings.ExpectAsync("GRF302", Node(flow));
        Assert.Equal(message, Assert.Single(found).GetMessage(null));

        var unmarked = Node(flow).Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        Assert.Equal($"GRF302: {message}.", await Program.RunAsync(unmarked));
    }

    [Fact]
    public async Task Options_whose_task_is_not_known_are_judged_without_its_name()
    {
        var found = await Findings.ExpectAsync("GRF302", Node("Tasks.F.With(Hasty)").Replace("public static IExecutable", "private static void Hasty(TaskOptions o) => o.Timeout = [|TimeSpan.Zero|]; public static IExecutable", StringComparison.Ordinal));
        Assert.Equal("Timeout is 00:00:00; it must be more than zero", Assert.Single(found).GetMessage(null));
    }

    [Theory]
    [InlineData("Tasks.F.With(o => { o.Timeout = TimeSpan.FromSeconds(1); o.Retry = new() { MaxAttempts = 1, MaxDelay = TimeSpan.Zero }; })")]
    [InlineData("Tasks.F.With(o => o.Timeout = TimeSpan.FromSeconds(Environment.ProcessorCount))")]
    [InlineData("Tasks.F.With(o => { o.Timeout = null; o.Limit = new() { PerSecond = 0.5 }; })")]
    [InlineData("Tasks.F.With(o => o.Limit = new() { Concurrency = Environment.ProcessorCount })")]
    [InlineData("Tasks.F.As($\"{Environment.ProcessorCount}/\").As(\"eu-1 (west)\")")]
    [InlineData("Tasks.F.ForEach(1).WithExecution(Execution.Threads(1))")]
    public Task Options_in_code_at_their_bounds_or_unknown_are_fine(string flow) => Findings.ExpectNoneAsync(Node(flow).Replace("public", "internal", StringComparison.Ordinal));

    private static string Node(string flow) => $$"""
        public static partial class Test
        {
            [Task] public static int F(int x) => x;
            public static IExecutable Whole => {{flow}};
            public static Task<string> Run()
            {
                try
                {
                    return Task.FromResult($"{Whole}");
                }
                catch (FlowDefinitionException error)
                {
                    return Task.FromResult(error.Message);
                }
            }
        }
        """;
}
