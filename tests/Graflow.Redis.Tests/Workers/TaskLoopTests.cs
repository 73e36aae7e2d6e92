using System.Collections.Concurrent;
using Graflow.Channels;
using Graflow.Fleets;
using Graflow.Redis.Channels;
using Graflow.Redis.Runs;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Support;
using Graflow.Workers;
using Xunit;

namespace Graflow.Redis.Tests.Workers;

public sealed class TaskLoopTests(RedisServer server) : LoopTests(server)
{
    [Fact]
    public async Task Every_task_that_waits_is_run_once_and_its_result_recorded_once()
    {
        ConcurrentBag<string> ran = [];
        await Submit([.. Enumerable.Range(0, 300).Select(i => Ready($"t{i}", input: $"in{i}"))]);
        var loop = Loop(8, (attempt, input, _, _) =>
        {
            ran.Add(attempt.Path);
            return Done($"{attempt.Path}:{Text(input.ToArray())}");
        });
        loop.Poll();
        var outcomes = await WhenOutcomes(300);
        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"t{i}:in{i}").Order(), outcomes.Select(outcome => Text(outcome.Value)).Order());
        Assert.Equal(300, ran.Count);
        Assert.Equal(300, ran.Distinct().Count());
        Assert.Equal(0, Stale);
    }

    [Fact]
    public async Task A_body_gets_the_whole_attempt()
    {
        var sent = new QueuedAttempt(Run, "a", "A", 4) { Iteration = 7, Handler = "gpu", Timeout = TimeSpan.FromMinutes(3), TraceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01" };
        await Submit(Ready("a") with { Attempt = 4, Extra = sent.PackSettings(), TraceParent = sent.TraceParent });
        TaskCompletionSource<QueuedAttempt> got = new();
        Loop(1, (attempt, _, _, _) =>
        {
            got.SetResult(attempt);
            return Done();
        }).Poll();
        Assert.Equal(sent, await got.Task.WaitAsync(Patience));
        Assert.Equal((4, "ok"), (await WhenOutcomes(1)).Select(outcome => (outcome.Attempt, Text(outcome.Value))).Single());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_outcome_tells_who_had_the_task_and_for_how_long(bool succeeds)
    {
        ManualTimeProvider time = new();
        Gate gate = new();
        await Submit(Ready("a"));
        Loop(1, gate.RunAsync, worker: "w7", time: time).Poll();
        gate.NextBegun();
        time.Advance(TimeSpan.FromMilliseconds(1234.5));
        gate.End("a", succeeds);
        var outcome = (await WhenOutcomes(1)).Single();
        Assert.Equal((succeeds ? TaskOutcomeKind.Succeeded : TaskOutcomeKind.Failed, "ok", new TaskDelivery("w7", 1, TimeSpan.FromMilliseconds(1234.5))), (outcome.Kind, Text(outcome.Value), outcome.Delivery));
    }

    [Fact]
    public async Task There_are_never_more_bodies_than_slots_and_a_slot_does_not_wait_for_another_one()
    {
        Gate gate = new();
        await Submit(Ready("slow"), Ready("a"), Ready("b"), Ready("c"));
        Loop(2, gate.RunAsync).Poll();
        Assert.Equal(["a", "slow"], new[] { gate.NextBegun(), gate.NextBegun() }.Order());
        Assert.False(gate.HasBegun);
        foreach (var (ended, next) in new[] { ("a", "b"), ("b", "c") })
        {
            gate.Open(ended);
            Assert.Equal(next, gate.NextBegun());
        }

        gate.Open("c");
        Assert.Equal(["a", "b", "c"], (await WhenOutcomes(3)).Select(outcome => outcome.Path));
        gate.Open("slow");
        Assert.Equal("slow", (await WhenOutcomes(4))[3].Path);
    }

    [Fact]
    public async Task What_ends_while_a_step_is_under_way_goes_with_the_next_one()
    {
        Gate gate = new();
        var paths = Enumerable.Range(0, 64).Select(i => $"t{i}").ToList();
        await Submit([.. paths.Select(path => Ready(path))]);
        var loop = Loop(64, gate.RunAsync);
        loop.Poll();
        paths.ForEach(_ => gate.NextBegun());
        // That they run has been told.
        await When(() => (long)Raw.Execute("XLEN", Cell.Key("notes:" + Key)) == 64);
        var before = CallsOf("evalsha");
        using var other = Server.Connect();
        other.GetDatabase().Execute("CLIENT", "PAUSE", 60_000, "WRITE");
        paths.ForEach(path => gate.Open(path));
        await When(() => loop.Running == 0);
        other.GetDatabase().Execute("CLIENT", "UNPAUSE");
        await When(() => Raw.SortedSetLength(Cell.Key("lease")) == 0);
        Assert.InRange(CallsOf("evalsha") - before, 1, 3);
        Assert.Equal(64, (await Outcomes()).Count);
    }

    [Fact]
    public async Task A_failure_is_recorded_as_one()
    {
        await Submit(Ready("a"), Ready("b"));
        Loop(1, static (attempt, _, _, _) => attempt.Path == "a" ? throw new InvalidOperationException("broken") : new(new AttemptResult(Bytes("no"), Succeeded: false, []))).Poll();
        var outcomes = await WhenOutcomes(2);
        Assert.Equal([TaskOutcomeKind.Failed, TaskOutcomeKind.Failed], outcomes.Select(outcome => outcome.Kind));
        Assert.Equal("broken", Assert.Throws<RemoteTaskException>(() => AttemptReply.Read<Unit, Unit>(outcomes[0].Value, default)).Message);
        Assert.Equal("no", Text(outcomes[1].Value));
    }

    [Fact]
    public async Task A_result_that_is_too_large_fails_its_task_and_no_other()
    {
        await Submit(Ready("huge"), Ready("fine"));
        Loop(2, static (attempt, _, _, _) => attempt.Path == "huge" ? new(new AttemptResult(new byte[PayloadSize.Largest + 1], Succeeded: true, [])) : Done()).Poll();
        var outcomes = (await WhenOutcomes(2)).ToDictionary(outcome => outcome.Path);
        Assert.Equal(TaskOutcomeKind.Succeeded, outcomes["fine"].Kind);
        Assert.Contains("task huge, its output has 262,145 bytes", FailureOf(outcomes["huge"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_that_is_gone_fails_its_task_by_name()
    {
        await Submit(Ready("a", input: Large('x')), Ready("b"));
        Raw.KeyDelete(Cell.Key("p:" + Key));
        Loop(1, static (_, _, _, _) => Done()).Poll();
        var outcomes = (await WhenOutcomes(2)).ToDictionary(outcome => outcome.Path);
        Assert.Equal(TaskOutcomeKind.Failed, outcomes["a"].Kind);
        Assert.Contains("The input of a of run order/1 is not in Redis", FailureOf(outcomes["a"]).Message, StringComparison.Ordinal);
        Assert.Equal(TaskOutcomeKind.Succeeded, outcomes["b"].Kind);
    }

    [Fact]
    public async Task Writes_come_with_the_success_and_one_that_does_not_fit_fails_its_task()
    {
        RedisChannel channel = new(Redis, Cell, Run);
        await channel.SetAsync("name", "text");
        await Submit(Ready("fits"), Ready("misfits"));
        Loop(1, static (attempt, _, _, _) => new(new AttemptResult(Bytes("ok"), Succeeded: true, [new IncrementWrite("count", 3), new IncrementWrite(attempt.Path == "fits" ? "count" : "name", 1)]))).Poll();
        var outcomes = (await WhenOutcomes(2)).ToDictionary(outcome => outcome.Path);
        Assert.Equal(TaskOutcomeKind.Succeeded, outcomes["fits"].Kind);
        Assert.Equal(4L, await channel.GetAsync("count", 0L));
        Assert.Equal(TaskOutcomeKind.Failed, outcomes["misfits"].Kind);
        Assert.Contains("'name'", FailureOf(outcomes["misfits"]).Message, StringComparison.Ordinal);
        Assert.Equal("text", await channel.GetAsync("name", ""));
    }

    [Fact]
    public async Task A_task_of_a_newer_build_stays_for_workers_that_have_it()
    {
        Gate gate = new();
        await Submit(Ready("new", id: "Unknown") with { Priority = 5 }, Ready("old"));
        Loop(2, gate.RunAsync).Poll();
        Assert.Equal("old", gate.NextBegun());
        gate.Open("old");
        Assert.Equal("old", Assert.Single(await WhenOutcomes(1)).Path);
        Assert.NotNull(Raw.SortedSetScore(Cell.Key("q:cpu/Unknown"), $"{Key}/new"));
    }

    [Fact]
    public async Task Queues_get_slots_by_their_weights()
    {
        Gate gate = new();
        await Submit([.. Enumerable.Range(0, 20).Select(i => Ready($"a{i}", queue: "a")), .. Enumerable.Range(0, 20).Select(i => Ready($"b{i}", queue: "b"))]);
        Loop(8, gate.RunAsync, configure: static options => options.SetQueues("a,b:3")).Poll();
        Assert.Equal(["a0", "a1", "b0", "b1", "b2", "b3", "b4", "b5"], Enumerable.Range(0, 8).Select(_ => gate.NextBegun()).Order());
    }

    [Fact]
    public async Task A_lost_task_is_told_to_end_and_nothing_of_it_counts()
    {
        Gate gate = new();
        await Submit(Ready("a"), Ready("b"));
        var loop = Loop(1, gate.RunAsync);
        loop.Poll();
        Assert.Equal("a", gate.NextBegun());
        loop.Lose(loop.Lines[0], Assert.Single(loop.HeldIn(loop.Lines[0])));
        Assert.Empty(loop.HeldIn(loop.Lines[0]));
        Assert.Equal("b", gate.NextBegun());
        Assert.True(gate.Tokens["a"].IsCancellationRequested);
        gate.Open("b");
        Assert.Equal(["b"], (await WhenOutcomes(1)).Select(outcome => outcome.Path));
        Assert.NotNull(Score("lease", "a"));
    }

    private static Exception FailureOf(TaskOutcome outcome)
    {
        Assert.Equal(TaskOutcomeKind.Failed, outcome.Kind);
        return Assert.ThrowsAny<Exception>(() => AttemptReply.Read<Unit, Unit>(outcome.Value, default));
    }
}
