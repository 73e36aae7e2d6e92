using Graflow.Channels;
using Graflow.CompilerServices;
using Graflow.Engine;
using Graflow.Logs;
using Graflow.Payloads;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Tests.DurableRuns;

/// <summary>A run that goes on for ever has a log that does not.</summary>
public sealed class CompactionTests : IDisposable
{
    private const int Rounds = 20_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("graflow-compaction-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_log_of_a_long_loop_holds_its_last_rounds_and_its_channel()
    {
        var flow = Flow.Task("count", async (int x, TaskContext<int> context) =>
        {
            await context.Channel.SetAsync("last", x);
            context.OnSuccess(writer => writer.Increment("sum", x));
            if (x < Rounds)
            {
                context.NextIteration(x + 1);
            }

            return x;
        }) >> Flow.Task("tell", async (int x, TaskContext context) =>
            $"{x} {await context.Channel.GetAsync("last", 0)} {await context.Channel.GetAsync("sum", 0L)}");
        GraflowRegistry.Add(new WorkflowRegistration<int, string>("Compaction.Loop", () => flow));

        await using (var engine = new WorkflowEngine(o => o.UseFileLog(_folder.FullName)))
        {
            Assert.Equal($"{Rounds} {Rounds} {(long)Rounds * (Rounds + 1) / 2}", await engine.RunAsync(flow, 1, new RunOptions { RunId = "loop" }).OrHang());
        }

        var bytes = _folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(static file => file.Length);
        Assert.InRange(bytes, 1, 4 * DurableRun.CompactionInterval * 64);
        await using var reader = new WorkflowEngine(o => o.UseFileLog(_folder.FullName));
        await using var ended = await reader.ResumeAsync(flow, "loop");
        Assert.Equal($"{Rounds} {Rounds} {(long)Rounds * (Rounds + 1) / 2}", await ended.Completion.OrHang());
    }

    [Fact]
    public async Task Steps_that_were_left_out_count_towards_the_limit()
    {
        const int steps = 4 * DurableRun.CompactionInterval;
        var flow = Endless("Compaction.Limit", static _ => { });
        var store = new MemoryRunStore(TimeProvider.System);
        await using var engine = new WorkflowEngine(o => o.RunStore = (_, _) => store);

        var failure = await Assert.ThrowsAsync<MaxStepsExceededException>(() => engine.RunAsync(flow, 0, new RunOptions { RunId = "r", MaxSteps = steps }).OrHang());

        Assert.Equal(steps, failure.Steps);
        var history = RunHistory.Read(await store.ReadAsync("r", CancellationToken.None));
        // The one too many is in the log, too.
        Assert.Equal(failure.Steps + 1, history.Steps);
        Assert.InRange(history.Content.Records.Count, 1, 3 * DurableRun.CompactionInterval);
    }

    [Fact]
    public async Task A_loop_that_is_faster_than_what_tidies_up_after_it_waits()
    {
        const int last = DurableRun.CompactionInterval - 1;
        var round = 0;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = 0;
        var flow = Endless("Compaction.Slow", x =>
        {
            Volatile.Write(ref round, x);
            if (x == last)
            {
                enough.SetResult();
            }
        });
        var store = new MemoryRunStore(TimeProvider.System)
        {
            Rewriting = async () =>
            {
                await enough.Task;
                for (var i = 0; i < 1_000; i++)
                {
                    await Task.Yield();
                }

                Interlocked.CompareExchange(ref seen, Volatile.Read(ref round), 0);
            },
        };
        await using var engine = new WorkflowEngine(o => o.RunStore = (_, _) => store);

        await Assert.ThrowsAsync<MaxStepsExceededException>(() => engine.RunAsync(flow, 0, new RunOptions { RunId = "r", MaxSteps = 2 * DurableRun.CompactionInterval }).OrHang());

        Assert.Equal(last, seen);
    }

    [Fact]
    public void Changes_that_were_undone_go_and_increments_add_up()
    {
        var fold = new ChannelFold();
        fold.Add(1, Bytes(ChannelStep.Increment("n", 1), Set("a", 1), ChannelStep.Append("l", Value(1))), isFixed: false);
        fold.Add(2, Bytes(ChannelStep.Increment("n", 2), Set("b", 1)), isFixed: false);
        fold.Add(3, Bytes(Set("a", 2), ChannelStep.Delete("b"), ChannelStep.Increment("n", 4)), isFixed: false);
        fold.Add(4, Bytes(ChannelStep.Append("l", Value(2))), isFixed: false);

        Assert.Equal(["Append l"], Tell(fold, 1));
        Assert.Empty(fold.StepsOf(2));
        Assert.Equal(["Set a", "Delete b", "Increment n +7"], Tell(fold, 3));
        Assert.Equal(["Append l"], Tell(fold, 4));
    }

    [Fact]
    public void Increments_do_not_add_up_over_what_stays_in_its_place()
    {
        var fold = new ChannelFold();
        fold.Add(1, Bytes(ChannelStep.Increment("n", 1)), isFixed: false);
        fold.Add(2, Bytes(Set("n", 5)), isFixed: true);
        fold.Add(3, Bytes(ChannelStep.Increment("n", 2)), isFixed: false);
        fold.Add(4, Bytes(ChannelStep.Increment("m", 1)), isFixed: true);
        fold.Add(5, Bytes(ChannelStep.Increment("n", 4), ChannelStep.Increment("m", long.MaxValue)), isFixed: false);
        fold.Add(6, Bytes(ChannelStep.Increment("m", 1)), isFixed: false);

        Assert.Empty(fold.StepsOf(1));
        Assert.Empty(fold.StepsOf(3));
        Assert.Equal(["Increment n +6", $"Increment m +{long.MaxValue}"], Tell(fold, 5));
        Assert.Equal(["Increment m +1"], Tell(fold, 6));
    }

    [Fact]
    public void Nothing_before_a_clearing_stays()
    {
        var fold = new ChannelFold();
        fold.Add(1, Bytes(Set("a", 1), ChannelStep.Increment("n", 1)), isFixed: false);
        fold.Add(2, Bytes(ChannelStep.Clear, Set("b", 1)), isFixed: false);

        Assert.Empty(fold.StepsOf(1));
        Assert.Equal(["Clear ", "Set b"], Tell(fold, 2));
    }

    private static Flow<int, int> Endless(string name, Action<int> body)
    {
        var flow = Flow.Task("endless", (int x, TaskContext<int> context) =>
        {
            body(x);
            context.NextIteration(x + 1);
            return x;
        }) >> Flow.Task("after", (int x) => x);
        GraflowRegistry.Add(new WorkflowRegistration<int, int>(name, () => flow));
        return flow;
    }

    private static PayloadCell Value(int value) => PayloadCell.Of(Cell.Of(value, Cell.Never));

    private static ChannelStep Set(string key, int value) => ChannelStep.Set(key, Value(value), expiresAt: null);

    private static byte[] Bytes(params ChannelStep[] steps)
    {
        using var buffer = PooledBuffer.Rent();
        var writer = new PayloadWriter(buffer);
        foreach (var step in steps)
        {
            step.Write(ref writer);
        }

        writer.Flush();
        return buffer.Written.ToArray();
    }

    private static IEnumerable<string> Tell(ChannelFold fold, int position) =>
        fold.StepsOf(position).Select(static step => step.Kind == ChannelOperation.Increment ? $"{step.Kind} {step.Key} +{step.By}" : $"{step.Kind} {step.Key}");
}
