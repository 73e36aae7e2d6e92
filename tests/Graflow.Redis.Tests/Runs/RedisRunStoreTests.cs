using Graflow.Channels;
using Graflow.Logs;
using Graflow.Redis.Channels;
using Graflow.Redis.Connections;
using Graflow.Redis.Inspection;
using Graflow.Redis.Keys;
using Graflow.Redis.Runs;
using Graflow.Redis.Scripts;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Runs;

[Collection(SharedServer.Name)]
public sealed class RedisRunStoreTests(RedisServer server) : TestFleet(server)
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Lease = new RedisOptions().Lease;

    // It looks for nothing by itself, which is a call, too.
    private protected override TimeProvider Time { get; } = new ManualTimeProvider();

    [Fact]
    public async Task A_run_whose_driver_fell_silent_is_anothers_and_the_first_one_is_fenced()
    {
        await using RedisRunStore first = new(Fleet), second = new(Fleet);
        var zombie = await Create(first);
        zombie.Append([1]);
        Advance(Lease - TimeSpan.FromMicroseconds(1));
        await Assert.ThrowsAsync<RunLockedException>(async () => await second.OpenAsync("r", None));
        Advance(TimeSpan.FromMicroseconds(1));
        await using var heir = (RedisJournal)await second.OpenAsync("r", None);
        Assert.Equal(2, heir.Epoch);

        var late = zombie.Append([2]);
        var error = await Assert.ThrowsAsync<RunLogException>(async () => await zombie.CommitAsync(late, None));
        Assert.Equal("r", Assert.IsType<RunFencedException>(error.InnerException).RunId);
        Assert.Throws<RunLogException>(() => zombie.Append([3]));
        heir.Append([4]);
        await zombie.DisposeAsync();
        await Assert.ThrowsAsync<RunLockedException>(async () => await first.OpenAsync("r", None));
        Assert.Equal([[1], [4]], (await second.ReadAsync("r", None)).Records.Select(record => record.ToArray()));
    }

    [Fact]
    public async Task Heartbeats_keep_a_run_and_tell_who_has_lost_one()
    {
        await using RedisRunStore first = new(Fleet), second = new(Fleet);
        await using var journal = await Create(first);
        journal.Append([1]);
        for (var i = 0; i < 5; i++)
        {
            Advance(Lease / 2);
            await Fleet.Heart.BeatAsync();
        }

        Assert.Null(journal.Failure);
        await Assert.ThrowsAsync<RunLockedException>(async () => await second.OpenAsync("r", None));
        Advance(Lease);
        await using var heir = await second.OpenAsync("r", None);
        await Fleet.Heart.BeatAsync();
        Assert.IsType<RunFencedException>(journal.Failure!.InnerException);
        Assert.Null(heir.Failure);
    }

    [Fact]
    public async Task A_run_that_its_maker_never_wrote_to_can_be_made_by_another_when_the_maker_is_gone()
    {
        await using RedisRunStore first = new(Fleet), second = new(Fleet);
        await Create(first);
        Assert.Null(await second.TryCreateAsync("r", None));
        Advance(Lease);
        await Assert.ThrowsAsync<RunNotFoundException>(async () => await second.OpenAsync("r", None));
        await using var made = await second.TryCreateAsync("r", None);
        Assert.NotNull(made);
    }

    [Fact]
    public async Task Records_that_come_together_share_round_trips()
    {
        await using RedisRunStore store = new(Fleet);
        await using var journal = await Create(store);
        var before = CallsOf("evalsha");
        for (var i = 0; i < 999; i++)
        {
            journal.Append([1], lazy: true);
        }

        Assert.Equal(0, CallsOf("evalsha") - before);
        var last = journal.Append([2]);
        await journal.CommitAsync(last, None);
        Assert.Equal(1, CallsOf("evalsha") - before);
        Assert.Equal(1000, (await new CellRuns(Redis, Cell).ReadLogAsync("r", None)).Count);
    }

    [Fact]
    public async Task A_record_is_committed_when_redis_has_answered_and_not_before()
    {
        using RedisServer own = new();
        await using RedisFleet fleet = new(new() { Configuration = own.Address }, new RedisSetup(TimeProvider.System));
        await using RedisRunStore store = new(fleet);
        await using var journal = await Create(store);
        var other = own.Connect();
        other.GetDatabase().Execute("CLIENT", "PAUSE", "60000", "WRITE");
        var position = journal.Append([1]);
        Assert.False(journal.IsCommitted(position));
        other.GetDatabase().Execute("CLIENT", "UNPAUSE");
        await journal.CommitAsync(position, None);
        Assert.True(journal.IsCommitted(position));
    }

    [Fact]
    public async Task A_run_of_an_id_of_its_own_takes_records_before_redis_has_answered_that_it_is_there()
    {
        using RedisServer own = new();
        await using RedisFleet fleet = new(new() { Configuration = own.Address }, new RedisSetup(TimeProvider.System));
        await using RedisRunStore store = new(fleet);
        await using var first = await Create(store);
        own.Connect().GetDatabase().Execute("CLIENT", "PAUSE", "60000", "WRITE");
        await using var journal = (RedisJournal)await store.CreateAsync("fresh", None);
        var position = journal.Append([1]);
        Assert.False(journal.IsCommitted(position));
        own.Connect().GetDatabase().Execute("CLIENT", "UNPAUSE");
        await journal.CommitAsync(position, None);
        Assert.Equal([[1]], (await store.ReadAsync("fresh", None)).Records.Select(record => record.ToArray()));
        await using RedisRunStore other = new(fleet);
        await Assert.ThrowsAsync<RunLockedException>(async () => await other.OpenAsync("fresh", None));
    }

    [Fact]
    public async Task A_run_of_an_id_of_its_own_is_made_when_redis_is_back()
    {
        using RedisServer own = new("--appendonly yes --appendfsync always");
        await using RedisFleet fleet = new(new() { Configuration = own.Address, CommandTimeout = TimeSpan.FromSeconds(2), Lease = TimeSpan.FromSeconds(60) }, new RedisSetup(TimeProvider.System));
        await using RedisRunStore store = new(fleet);
        await using var first = await Create(store);
        own.Kill();
        await using var journal = (RedisJournal)await store.CreateAsync("fresh", None);
        journal.Append([1]);
        var set = journal.Channel.SetAsync("key", "value");
        own.Start();
        await journal.FlushAsync(None);
        Assert.Equal([[1]], (await store.ReadAsync("fresh", None)).Records.Select(record => record.ToArray()));
        await Assert.ThrowsAnyAsync<RedisUnavailableException>(async () => await set);
        await journal.Channel.SetAsync("key", "value");
        Assert.Equal("value", await journal.Channel.GetAsync("key", ""));
    }

    [Fact]
    public async Task A_crash_of_the_server_that_keeps_its_file_loses_and_doubles_nothing()
    {
        using RedisServer own = new("--appendonly yes --appendfsync always");
        await using RedisFleet fleet = new(new() { Configuration = own.Address, CommandTimeout = TimeSpan.FromSeconds(2), Lease = TimeSpan.FromSeconds(60) }, new RedisSetup(TimeProvider.System));
        await using RedisRunStore store = new(fleet);
        await using var journal = await Create(store);
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 500; j++)
            {
                journal.Append(BitConverter.GetBytes((i * 500) + j));
            }

            own.Kill();
            journal.Append(BitConverter.GetBytes(-1), lazy: true);
            own.Start();
            await ((RedisJournal)journal).FlushAsync(None);
        }

        var numbers = (await store.ReadAsync("r", None)).Records.Select(record => BitConverter.ToInt32(record.Span)).ToList();
        Assert.Equal(Enumerable.Range(0, 3).SelectMany(i => Enumerable.Range(i * 500, 500).Append(-1)), numbers);
        Assert.Null(journal.Failure);
    }

    [Fact]
    public async Task A_full_server_ends_the_journal_and_the_run_can_be_resumed()
    {
        using RedisServer own = new();
        await using RedisFleet fleet = new(new() { Configuration = own.Address }, new RedisSetup(TimeProvider.System));
        await using RedisRunStore store = new(fleet);
        var journal = await Create(store);
        await journal.CommitAsync(journal.Append([1]), None);
        fleet.Connection!.Database.Execute("CONFIG", "SET", "maxmemory", "1");
        var error = await Assert.ThrowsAsync<RunLogException>(async () => await journal.CommitAsync(journal.Append([2]), None));
        Assert.IsType<RedisFullException>(error.InnerException);
        await journal.DisposeAsync();
        fleet.Connection!.Database.Execute("CONFIG", "SET", "maxmemory", "0");
        await using var again = await store.OpenAsync("r", None);
        Assert.Equal([[1]], again.Content.Records.Select(record => record.ToArray()));
    }

    [Fact]
    public async Task Records_that_the_server_has_lost_are_an_error_that_promises_no_more_than_is_there()
    {
        await using RedisRunStore store = new(Fleet);
        var journal = await Create(store);
        await journal.CommitAsync(journal.Append([1]), None);
        await journal.CommitAsync(journal.Append([2]), None);
        await Raw.HashDecrementAsync(Cell.Of(RunName.Of("r"), "run"), "position");
        var error = await Assert.ThrowsAsync<RunLogException>(async () => await journal.CommitAsync(journal.Append([3]), None));
        Assert.Equal($"The log of run \"r\" is not whole: Redis has lost records that it had taken. (Redis at {Fleet.Address}). This process stops driving the run. Resume it by engine.ResumeAsync, or start it with the same run id: it goes on from what is there, and what came after that runs again.", error.Message);
        await journal.DisposeAsync();
    }

    [Fact]
    public async Task Everything_gone_is_an_error_and_no_hang()
    {
        using RedisServer own = new();
        await using RedisFleet fleet = new(new() { Configuration = own.Address }, new RedisSetup(TimeProvider.System));
        await using RedisRunStore store = new(fleet);
        var journal = await Create(store);
        await journal.CommitAsync(journal.Append([1]), None);
        fleet.Connection!.Database.Execute("FLUSHALL");
        await Assert.ThrowsAsync<RunLogException>(async () => await journal.CommitAsync(journal.Append([2]), None));
        await journal.DisposeAsync();
        Assert.Empty(await store.ListAsync(None));
    }

    [Fact]
    public async Task A_deleted_or_swept_run_leaves_no_key()
    {
        await using RedisRunStore store = new(Fleet);
        foreach (var run in new[] { "deleted", "swept" })
        {
            await using var journal = (RedisJournal)(await store.TryCreateAsync(run, None))!;
            await journal.CommitAsync(journal.Append([1]), None);
            await FillAsync(journal, run);
            if (run == "swept")
            {
                journal.Complete();
                await journal.FlushAsync(None);
            }
        }

        Assert.Equal(2, Keys().Count(static key => key.StartsWith("dl:", StringComparison.Ordinal)));
        await store.DeleteAsync("deleted", None);
        Assert.DoesNotContain(Keys(), static key => key.Contains("deleted", StringComparison.Ordinal));
        Assert.Equal(0, await new CellTasks(Redis, Cell).SweepAsync(TimeSpan.FromSeconds(1), 1, 10, None));
        Assert.Equal(1, await new CellTasks(Redis, Cell).SweepAsync(TimeSpan.FromSeconds(1), 0, 10, None));
        Assert.Equal(["cell"], Keys().Where(static key => !key.StartsWith("wk:", StringComparison.Ordinal)));
        Assert.Equal((0, 0), ((await new CellInspection(Redis, Cell).LettersAsync(10, None)).Total, await new CellTasks(Redis, Cell).DropLetterAsync("deleted/poison", None) ? 1 : 0));
    }

    [Fact]
    public async Task Who_watches_a_channel_of_a_run_that_is_gone_leaves_no_key()
    {
        await Redis.CallAsync("channel-watch", Cell, new Arguments().Add("gone").Add("key").Add("watcher").Add(Lease).Add("").ToArray(), None);
        Assert.Empty(Keys());
    }

    /// <summary>All kinds of things that a run can have.</summary>
    private async Task FillAsync(RedisJournal journal, string run)
    {
        CellTasks tasks = new(Redis, Cell);
        await SubmitAsync(journal, "poison");
        for (var i = 0; i < CellTasks.MaxDeliveries; i++)
        {
            Assert.Single((await tasks.StepAsync(Step("mortal") with { Wanted = 1 }, None)).Claimed);
            Advance(Lease);
            await Fleet.Heart.BeatAsync();
            await tasks.ReapAsync(10, None);
        }

        await SubmitAsync(journal, "done");
        await SubmitAsync(journal, "running");
        var claimed = (await tasks.StepAsync(Step("worker") with { Wanted = 2 }, None)).Claimed;
        await tasks.NoteAsync([new TaskNotes(claimed[1].Name, claimed[1].Nonce, 1, [new TaskNote(TaskNoteKind.Progress, 1, "half")])], None);
        await tasks.StepAsync(Step("worker") with { Finished = [claimed[0].Finish(FinishKind.Succeeded, [1])] }, None);
        await SubmitAsync(journal, "waiting");
        await new CellRuns(Redis, Cell).PostAsync(run, [1], None);

        RedisChannel channel = new(Redis, Cell, run, epoch: 1);
        await Redis.CallAsync("channel-watch", Cell, new Arguments().Add(run).Add("key").Add("watcher").Add(Lease).Add("").ToArray(), None);
        await channel.SetAsync("key", "value", TimeSpan.FromDays(1));
        await channel.AppendAsync("list", 1);
        await channel.IncrementAsync("count");
        await channel.CommitAsync([new SetWrite<string>("written", "once", null)], "token", None);
    }

    private static async Task SubmitAsync(RedisJournal journal, string path)
    {
        journal.Queue.Submit(new TestTask(path, new string('x', 2000)));
        await journal.FlushAsync(None);
    }

    private static StepRequest Step(string worker) => new(worker, Lease, KnownIds.Of("A"), new QueuePicker(("cpu", 1)));

    private static async Task<IRunJournal> Create(RedisRunStore store) => await store.TryCreateAsync("r", None) ?? throw new InvalidOperationException("It exists.");
}
