using System.Collections.Concurrent;
using Graflow.Logs;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Tests.DurableRuns;

/// <summary>The channel of a run that goes on is what it was.</summary>
public sealed class ChannelRunTests
{
    private readonly ConcurrentQueue<string> _effects = new();

    [Fact]
    public async Task What_was_written_with_a_success_is_there_exactly_once()
    {
        var flow = Step("a", static (channel, x) => channel.Increment("count", x + 1)) >> (Step("b", static (channel, _) => channel.Append("list", "b")) | Step("c", static (channel, _) =>
        {
            channel.Increment("count", 10);
            channel.Set("last", "c");
        })).Select(static pair => pair.Item1) >> Read();
        await new CrashSweep<int, string>("Channel.OnSuccess", flow, () => [.. _effects], 0) { Options = new() { Channel = static channel => channel.Set("first", "f") } }
            .RunAsync("11 b c f");
    }

    [Fact]
    public async Task What_a_body_wrote_by_itself_is_there_before_the_body_ends()
    {
        var flow = Flow.Task("a", async (int x, TaskContext context) =>
        {
            _effects.Enqueue(context.IdempotencyKey);
            await context.Channel.SetAsync("count", 11L);
            await context.Channel.SetAsync("first", "f");
            await context.Channel.SetAsync("last", "c");
            await context.Channel.SetAsync("list", new List<string> { "b" });
            return x;
        }) >> Read();
        var records = await new CrashSweep<int, string>("Channel.Body", flow, () => [.. _effects], 0).RunAsync("11 b c f");
        var kinds = records.Select(static record => new RecordReader(record).Kind).ToArray();
        Assert.Equal(4, kinds.Count(static kind => kind == RecordKind.ChannelChanged));
        Assert.True(Array.LastIndexOf(kinds, RecordKind.ChannelChanged) < Array.IndexOf(kinds, RecordKind.TaskSucceeded));
    }

    [Fact]
    public async Task A_value_that_no_log_can_hold_fails_the_task_and_changes_nothing()
    {
        var flow = (Flow.Task("a", async (int x, TaskContext context) =>
        {
            await context.Channel.SetAsync("key", this);
            return x;
        }) | Flow.Task("b", async (int x, TaskContext context) =>
        {
            context.OnSuccess(channel =>
            {
                channel.Set("good", 1);
                channel.Set("bad", this);
            });
            await Task.Yield();
            return x;
        })).WithPolicy(GroupPolicy.BestEffort).Select(static pair => $"{pair.Item1.Failure?.ErrorType} {pair.Item2.Failure?.ErrorType}")
            >> Flow.Task("c", async (string x, TaskContext context) => $"{x} {(await context.Channel.KeysAsync()).Count}");
        Graflow.CompilerServices.GraflowRegistry.Add(new Graflow.CompilerServices.WorkflowRegistration<int, string>("Channel.Codec", () => flow));
        var store = new MemoryRunStore(TimeProvider.System);
        await using var engine = new WorkflowEngine(o => o.RunStore = (_, _) => store);
        Assert.Equal("Graflow.NotSerializableException Graflow.NotSerializableException 0", await engine.RunAsync(flow, 1).OrHang());
    }

    private TaskNode<int, int> Step(string id, Action<ChannelWriter, int> write) => Flow.Task(id, (int x, TaskContext context) =>
    {
        _effects.Enqueue(context.IdempotencyKey);
        context.OnSuccess(channel => write(channel, x));
        return x;
    });

    private TaskNode<int, string> Read() => Flow.Task("read", async (int _, TaskContext context) =>
    {
        _effects.Enqueue(context.IdempotencyKey);
        var channel = context.Channel;
        return $"{await channel.GetAsync("count", 0L)} {string.Join(',', await channel.GetAsync("list", new List<string>()))} {await channel.GetAsync<string>("last")} {await channel.GetAsync<string>("first")}";
    });
}
