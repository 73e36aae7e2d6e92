using Graflow.Redis.Connections;
using Graflow.Redis.Scripts;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Workers;

public sealed class TaskLoopFaultTests(RedisServer server) : LoopTests(server)
{
    [Fact]
    public async Task Claims_whose_answer_was_lost_are_given_back_at_once_and_do_not_count_as_deliveries()
    {
        Gate gate = new();
        await using SilentProxy proxy = new(Server.Port);
        await using var redis = await ConnectAsync(proxy);
        var loop = Loop(2, gate.RunAsync, redis);
        loop.Poll();
        await When(() => Raw.KeyExists(Cell.Key("wk:" + Known.Name)));
        await Submit(Ready("a"), Ready("b"));
        proxy.SwallowAnswers();
        loop.Wake(loop.Lines[0]);
        await When(() => Raw.SortedSetLength(Cell.Key("lease")) == 2);
        Assert.Equal(["a", "b"], new[] { gate.NextBegun(), gate.NextBegun() }.Order());
        Assert.Equal([1, 1], loop.HeldIn(loop.Lines[0]).Select(task => task.Delivery));
        gate.Open("a");
        gate.Open("b");
        Assert.Equal(2, (await WhenOutcomes(2)).Count);
        Assert.Equal(0, Stale);
    }

    [Fact]
    public async Task A_result_whose_answer_was_lost_is_sent_again_and_counts_once()
    {
        Gate gate = new();
        await using SilentProxy proxy = new(Server.Port);
        await using var redis = await ConnectAsync(proxy);
        await Submit(Ready("a"));
        Loop(1, gate.RunAsync, redis).Poll();
        Assert.Equal("a", gate.NextBegun());
        proxy.SwallowAnswers();
        gate.Open("a", "once");
        await WhenOutcomes(1);
        await Submit(Ready("b"));
        Assert.Equal("b", gate.NextBegun());
        gate.Open("b");
        Assert.Equal(["once", "ok"], (await WhenOutcomes(2)).Select(outcome => Text(outcome.Value)));
        Assert.Equal(0, Stale);
    }

    [Fact]
    public async Task What_has_ended_stays_the_workers_until_its_result_is_written()
    {
        Gate gate = new();
        ManualTimeProvider clock = new();
        await using SilentProxy proxy = new(Server.Port);
        RedisOptions options = new() { Configuration = proxy.Address, KeyPrefix = Prefix, CommandTimeout = TimeSpan.FromMinutes(5) };
        await using var redis = await RedisConnection.ConnectAsync(options, Setup with { Time = clock }, None);
        await Submit(Ready("a"), Ready("b"));
        var loop = Loop(2, gate.RunAsync, redis);
        loop.Poll();
        Assert.Equal(["a", "b"], new[] { gate.NextBegun(), gate.NextBegun() }.Order());
        await When(() => loop.Lines[0].UnderWay is null);
        proxy.SilenceOpenConnections();
        gate.Open("a");
        await When(() => loop.Running == 1);
        gate.Open("b");
        await When(() => loop.Running == 0);
        Assert.Equal(["a", "b"], loop.HeldIn(loop.Lines[0]).Select(static task => task.Path).Order());

        Advance(Lease / 2);
        await Tasks.BeatAsync(new Heartbeat(Lease) { Tasks = loop.HeldIn(loop.Lines[0]) }, None);
        Advance(Lease / 2);
        Assert.Empty((await Tasks.ReapAsync(10, None)).Requeued);
        await When(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            return loop.HeldIn(loop.Lines[0]).Count == 0;
        });
        Assert.Equal(2, (await Outcomes()).Count);
        Assert.Equal(0, Stale);
    }

    [Fact]
    public async Task What_was_pushed_and_heard_goes_on_where_the_answer_was_lost_of_the_step_that_asked_for_it()
    {
        Gate gate = new();
        await using SilentProxy proxy = new(Server.Port);
        await using var redis = await ConnectAsync(proxy);
        var loop = Loop(2, gate.RunAsync, redis);
        var line = loop.Lines[0];
        await using var listening = await Redis.ListenToBytesAsync(Cell.PushChannel("w1"), message => loop.Hear(line, PushMessage.Read(message!)), None);
        loop.Poll();
        await When(() => line.Credit is { Size: > 0 });
        var first = Asker();
        proxy.SwallowAnswers();
        loop.Poll();
        await When(() => Asker() != first);
        var lost = Asker();
        await Submit(Ready("a"));
        Assert.Equal("a", gate.NextBegun());
        await When(() => Asker() != lost && line.Credit is { Size: > 0 });
        Assert.Equal(["a"], loop.HeldIn(line).Select(task => task.Path));
        Assert.False(gate.HasBegun);
        gate.Open("a", "once");
        Assert.Equal("once", Text(Assert.Single(await WhenOutcomes(1)).Value));
        Assert.Equal(0, Stale);

        string Asker() => Convert.ToHexString((byte[]?)Raw.HashGet(Cell.Key("credit:w1"), "nonce") ?? []);
    }

    [Fact]
    public async Task A_result_that_comes_after_its_lease_is_stale()
    {
        Gate gate = new();
        await Submit(Ready("a"));
        var loop = Loop(1, gate.RunAsync);
        loop.Poll();
        Assert.Equal("a", gate.NextBegun());
        Advance(Lease);
        await Tasks.ReapAsync(10, None);
        var heir = Assert.Single(await Claim(worker: "heir"));
        gate.Open("a", "late");
        await When(() => Stale == 1);
        Assert.Empty(await Outcomes());
        await Step(0, [heir.Finish(FinishKind.Succeeded, Bytes("in time"))], "heir");
        Assert.Equal("in time", Text(Assert.Single(await Outcomes()).Value));
    }

    [Fact]
    public async Task A_full_server_lets_tasks_be_claimed_and_finished()
    {
        using RedisServer small = new();
        RedisOptions options = new() { Configuration = small.Address };
        await using var redis = await RedisConnection.ConnectAsync(options, new RedisSetup(TimeProvider.System), None);
        var (tasks, runs) = (new CellTasks(redis, redis.Cells.All[0]), new Graflow.Redis.Runs.CellRuns(redis, redis.Cells.All[0]));
        await runs.StartAsync(new Graflow.Redis.Runs.RunStart(Run) { Driver = new Graflow.Redis.Runs.Driver("d", "d", Lease) }, None);
        await runs.SubmitAsync(Run, 0, Ready("a"), Ready("b"), Ready("c"));
        await tasks.EnlistAsync(Known, None);
        redis.Database.Execute("CONFIG", "SET", "maxmemory", "1");
        using CountdownEvent ran = new(3);
        var loop = Loop(1, (_, _, port, _) =>
        {
            port.Progress(0.5, "half");
            ran.Signal();
            return Done();
        }, redis);
        loop.Poll();
        await When(() => ran.IsSet);
        loop.StopClaiming();
        await loop.WhenDrained.WaitAsync(Patience);
        Assert.Equal(["a", "b", "c"], redis.Database.Outcomes(redis.Cells.All[0], Run).Select(outcome => outcome.Path));
    }

    [Fact]
    public async Task What_a_body_tells_is_there_before_its_end()
    {
        // By a clock that stands still: all of it is gathered until the body has ended.
        await using var redis = await RedisConnection.ConnectAsync(Options, new RedisSetup(new ManualTimeProvider()) { Scripts = new ScriptLibrary(ManualClock), HasHeartbeat = false }, None);
        await Submit(Ready("a"));
        Loop(1, static (_, _, port, _) =>
        {
            for (var i = 1; i <= 100; i++)
            {
                port.Progress(i / 100d, $"{i} of 100");
            }

            port.Log(Microsoft.Extensions.Logging.LogLevel.Warning, "careful");
            port.Output(OutputStream.StandardError, "line");
            port.CancelRun("enough");
            port.Log(Microsoft.Extensions.Logging.LogLevel.Information, new string('x', 20_000));
            return Done();
        }, redis).Poll();
        await WhenOutcomes(1);
        var notes = Notes();
        Assert.Equal(["s 1 w1", "p 1 100 of 100", "l 3 careful", "o 1 line", "c 0 enough"], notes.Take(5));
        Assert.Equal(6, notes.Count);
        Assert.Equal(16 * 1024 + "l 2 …".Length, notes[5].Length);
    }

    [Fact]
    public async Task Notes_whose_answer_was_lost_are_told_once()
    {
        Gate gate = new();
        await using SilentProxy proxy = new(Server.Port);
        await using var redis = await ConnectAsync(proxy);
        await Submit(Ready("a"));
        Loop(1, async (attempt, input, port, ct) =>
        {
            var result = await gate.RunAsync(attempt, input, port, ct);
            port.Log(Microsoft.Extensions.Logging.LogLevel.Information, "told once");
            return result;
        }, redis).Poll();
        Assert.Equal("a", gate.NextBegun());
        await When(() => Notes().Count == 1);
        proxy.SwallowAnswers();
        gate.Open("a");
        await WhenOutcomes(1);
        Assert.Equal(["s 1 w1", "l 2 told once"], Notes());
    }

    [Fact]
    public async Task A_body_that_tells_too_much_is_told_how_much_was_left_out()
    {
        await Submit(Ready("a"));
        Loop(1, static (_, _, port, _) =>
        {
            for (var i = 0; i < 5000; i++)
            {
                port.Output(OutputStream.StandardOutput, $"line {i}");
            }

            return Done();
        }).Poll();
        await WhenOutcomes(1);
        var notes = Notes();
        var told = notes.Count(note => note.StartsWith("o 0 line", StringComparison.Ordinal));
        var leftOut = notes.Where(note => note.Contains("lines are left out", StringComparison.Ordinal)).Sum(note => int.Parse(note.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(5000, told + leftOut);
        Assert.InRange(told, 900, 5000);
    }

    [Fact]
    public async Task Suspects_run_alone_and_nothing_begins_beside_them()
    {
        Gate gate = new();
        await Submit(Ready("killer"));
        await Die();
        await Die();
        await Submit(Ready("busy", id: "B") with { Priority = 1 }, Ready("other"));
        Loop(4, gate.RunAsync).Poll();
        Assert.Equal("busy", gate.NextBegun());
        await When(() => Raw.SortedSetLength(Cell.Key("lease")) == 1);
        Assert.False(gate.HasBegun);
        gate.Open("busy");
        Assert.Equal("killer", gate.NextBegun());
        Assert.False(gate.HasBegun);
        gate.Open("killer");
        Assert.Equal("other", gate.NextBegun());
    }

    private async Task Die()
    {
        Assert.Single(await Claim(2));
        Advance(Lease);
        Assert.Single((await Tasks.ReapAsync(100, None)).Requeued);
    }

    private Task<RedisConnection> ConnectAsync(SilentProxy proxy) =>
        RedisConnection.ConnectAsync(new RedisOptions { Configuration = proxy.Address, KeyPrefix = Prefix, CommandTimeout = TimeSpan.FromSeconds(3) }, Setup, None);

    // How long ago a body began is different each time.
    private List<string> Notes() =>
        [.. Raw.StreamEntries(Cell.Key("notes:" + Key)).Select(static fields => $"{fields[5]} {fields[7]} {(fields[5] == "s" ? fields[9].Split(' ')[1] : fields[9])}")];
}
