using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Rules;

/// <summary>GRF203.</summary>
public sealed class ChannelTests
{
    [Theory]
    [InlineData("await c.Channel.SetAsync(\"k\", 1); await c.Channel.[|GetAsync<string>|](\"k\");", "int", "string")]
    [InlineData("await c.Channel.SetAsync(\"k\", \"x\"); await c.Channel.[|IncrementAsync|](\"k\");", "string", "long")]
    [InlineData("await c.Channel.SetAsync(\"k\", 1); await c.Channel.[|AppendAsync|](\"k\", 1);", "int", "List<int>")]
    [InlineData("c.OnSuccess(w => w.Set(\"k\", 1)); await c.Channel.[|TryGetAsync<DateTime>|](\"k\");", "int", "DateTime")]
    public async Task Within_one_task_it_is_an_error(string body, string found, string expected)
    {
        var problems = await Findings.ExpectAsync("GRF203", Class($"[Task] public static async Task F(TaskContext c) {{ {body} }}"));
        Assert.Equal($"The channel's key 'k' holds {found}, not {expected}. Read it as {found}, or use another key; a ChannelKey<T> makes one type of all uses.", Assert.Single(problems).GetMessage(null));
        Assert.Single(problems[0].AdditionalLocations);
    }

    [Theory]
    [InlineData("[Task] public static async Task F(TaskContext c) => await c.Channel.SetAsync(Key, 1); [Task] public static string G([FromChannel(Key)] [|string|] x) => x;")]
    [InlineData("[Task] public static int F([FromChannel] int total) => total; [Task] public static string G([FromChannel] [|string|] total) => total;")]
    [InlineData("[Task] public static async Task F(TaskContext c) => await c.Channel.[|UpdateAsync<string>|](Key, x => x + \"!\"); [Task] public static async Task G(TaskContext c) => await c.Channel.SetAsync(Key, 1);")]
    public Task Between_tasks_of_a_class_it_is_a_warning(string tasks) => Findings.ExpectAsync("GRF203", Class(tasks), DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("[Task] private static async Task F(TaskContext c) { await c.Channel.SetAsync(\"k\", 1); await c.Channel.SetAsync(\"k\", \"x\"); await c.Channel.GetAsync<string>(\"k\"); }")]
    [InlineData("[Task] private static async Task F(TaskContext c) { await c.Channel.SetAsync(\"k\", 1); await c.Channel.IncrementAsync(\"k\"); await c.Channel.GetAsync<int?>(\"k\"); }")]
    [InlineData("[Task] private static async Task F(TaskContext c) { await c.Channel.SetAsync(\"k\", new List<int>()); await c.Channel.GetAsync<IReadOnlyList<int>>(\"k\"); }")]
    [InlineData("[Task] private static async Task F(string key, TaskContext c) { await c.Channel.SetAsync(key, 1); await c.Channel.GetAsync<string>(key); }")]
    [InlineData("[Task] private static async Task F(TaskContext c) { await c.Channel.SetAsync(\"k\", 1); await c.Channel.GetAsync<string>(\"l\"); }")]
    [InlineData("[Task] private static async Task F(TaskContext c) => await c.Channel.SetAsync(\"k\", 1); internal static partial class Others { [Task] private static string G([FromChannel] string k) => k; }")]
    public Task What_may_fit_or_may_be_another_runs_is_fine(string tasks) => Findings.ExpectNoneAsync(Class(tasks).Replace("public", "internal", StringComparison.Ordinal));

    private static string Class(string tasks) => $"public static partial class Orders {{ internal const string Key = \"k\"; {tasks} }}";
}
