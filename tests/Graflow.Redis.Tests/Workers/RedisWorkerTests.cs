using Graflow.Redis.Tests.Support;
using StackExchange.Redis;
using Xunit;

namespace Graflow.Redis.Tests.Workers;

public sealed class RedisWorkerTests(RedisServer server) : WorkerTests(server)
{
    [Fact]
    public async Task Bodies_of_a_run_that_another_process_drives_run_in_the_worker()
    {
        await Serving(static options => options.Drive = false);
        Assert.Equal(8, await Driver().RunAsync(WorkerFlows.Sum, 3).WaitAsync(Patience));
        Assert.Equal(0, Length("lease"));
        Assert.Equal(0, Stale);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_body_began_by_the_clock_of_who_drives_the_run_whatever_its_worker_says_the_time_is(int hours)
    {
        TaskCompletionSource<string> body = new();
        await Serving(static options => (options.Drive, options.WorkerId) = (false, "w1"), options => options.TimeProvider = new SkewedTimeProvider(TimeSpan.FromHours(hours)));
        var driver = Driver();
        var before = DateTimeOffset.UtcNow;
        await using var run = await driver.StartAsync(WorkerFlows.OneBody, WorkerFlows.Script(_ => body.Task));
        // What takes long is heard of while it lasts.
        await foreach (var happened in run.Events)
        {
            if (happened is TaskStarted)
            {
                break;
            }
        }

        body.SetResult("done");
        Assert.Equal("done", await run.Completion.WaitAsync(Patience));
        foreach (var events in (IReadOnlyList<RunEvent>[])[await run.Events.ToListAsync(), await driver.Runs.EventsAsync(run.Id)])
        {
            var started = events.OfType<TaskStarted>().First();
            Assert.Equal(("worker.Scripted", 1, "w1"), (started.TaskId, started.Attempt, started.Worker));
            Assert.InRange(started.Time, before, events.OfType<TaskSucceeded>().First().Time);
        }
    }

    [Fact]
    public async Task A_run_that_was_submitted_is_driven_by_a_worker()
    {
        await using var client = await RedisGraflowClient.ConnectAsync(Server.Address, Configure);
        var submitted = await client.SubmitAsync(WorkerFlows.Sum, 20);
        await Serving();
        Assert.Equal(42, await submitted.WaitAsync().WaitAsync(Patience));
        var later = await client.SubmitAsync(WorkerFlows.Sum, 1);
        Assert.Equal(4, await later.WaitAsync().WaitAsync(Patience));
    }

    [Fact]
    public async Task A_worker_drives_no_more_runs_at_once_than_it_is_told_to()
    {
        TaskCompletionSource<string> first = new();
        var (blocked, next) = (WorkerFlows.Script(_ => first.Task), WorkerFlows.Script(static _ => Task.FromResult("second")));
        await using var client = await RedisGraflowClient.ConnectAsync(Server.Address, Configure);
        var (worker, _, _) = await Serving(static options => options.MaxConcurrentRuns = 1);
        var one = await client.SubmitAsync(WorkerFlows.OneBody, blocked);
        await When(() => worker.Run!.Driven == 1);
        var two = await client.SubmitAsync(WorkerFlows.OneBody, next);
        await When(() => worker.Run!.Loop.Running == 1);
        Assert.Equal(1, worker.Run!.Driven);
        first.SetResult("first");
        Assert.Equal("first", await one.WaitAsync().WaitAsync(Patience));
        Assert.Equal("second", await two.WaitAsync().WaitAsync(Patience));
    }

    [Fact]
    public async Task The_fleet_s_list_says_what_the_worker_is_until_it_has_stopped()
    {
        var (worker, stop, running) = await Serving(static options =>
        {
            options.WorkerId = "one";
            options.SetQueues("default,gpu:3");
        });
        Assert.Equal("one", worker.Id);
        Assert.Equal(["one"], Raw.SortedSetRangeByRank(Cell.Key("workers")).Select(id => (string)id!));
        var about = Raw.HashGetAll(Cell.Key("w:one")).ToStringDictionary();
        Assert.Equal(("default,gpu:3", "4", "1", $"{Environment.ProcessId}", Environment.MachineName), (about["queues"], about["slots"], about["drives"], about["pid"], about["host"]));
        await stop.CancelAsync();
        await running.WaitAsync(Patience);
        Assert.Equal(0, Length("workers"));
        Assert.False(Raw.KeyExists(Cell.Key("w:one")));
    }

    [Fact]
    public async Task A_graceful_stop_lets_what_runs_come_to_its_end_and_claims_nothing_more()
    {
        TaskCompletionSource<string> end = new();
        TaskCompletionSource begun = new();
        var name = WorkerFlows.Script(_ =>
        {
            begun.SetResult();
            return end.Task;
        });
        var (_, stop, running) = await Serving(static options =>
        {
            options.Drive = false;
            options.GracefulShutdownTimeout = TimeSpan.FromMinutes(5);
        });
        var driver = Driver();
        var run = driver.RunAsync(WorkerFlows.OneBody, name);
        await begun.Task.WaitAsync(Patience);
        await stop.CancelAsync();
        var late = driver.RunAsync(WorkerFlows.Sum, 1);
        await When(() => Length("queues") == 1);
        Assert.False(running.IsCompleted);
        end.SetResult("whole");
        await running.WaitAsync(Patience);
        Assert.Equal("whole", await run.WaitAsync(Patience));
        Assert.False(late.IsCompleted);
        Assert.Equal(0, Length("lease"));

        await Serving(static options => options.Drive = false);
        Assert.Equal(4, await late.WaitAsync(Patience));
    }

    [Fact]
    public async Task What_does_not_end_in_time_is_told_to_and_goes_to_another_worker_at_once()
    {
        TaskCompletionSource begun = new();
        TaskCompletionSource<string> never = new();
        var deliveries = 0;
        var name = WorkerFlows.Script(context =>
        {
            if (Interlocked.Increment(ref deliveries) == 2)
            {
                return Task.FromResult("heir");
            }

            context.CancellationToken.Register(() => begun.TrySetResult());
            begun.SetResult();
            return never.Task;
        });
        var (_, stop, running) = await Serving(static options => options.Drive = false, static engine => engine.Workers.KillAfter = TimeSpan.FromMilliseconds(20));
        var run = Driver().RunAsync(WorkerFlows.OneBody, name);
        await begun.Task.WaitAsync(Patience);
        await stop.CancelAsync();
        await running.WaitAsync(Patience);
        Assert.Equal(0, Length("lease"));
        var task = Assert.Single(Raw.SetMembers(Cell.Key("queues")));
        Assert.Equal("default", task);
        await Serving(static options => options.Drive = false);
        Assert.Equal("heir", await run.WaitAsync(Patience));
        Assert.Equal(2, deliveries);
        Assert.Equal(0, Stale);
    }

    [Fact]
    public async Task Runs_that_a_worker_drives_go_on_elsewhere_when_it_stops()
    {
        TaskCompletionSource begun = new();
        TaskCompletionSource<string> never = new();
        var deliveries = 0;
        var name = WorkerFlows.Script(_ =>
        {
            begun.TrySetResult();
            return Interlocked.Increment(ref deliveries) == 1 ? never.Task : Task.FromResult("done");
        });
        await using var client = await RedisGraflowClient.ConnectAsync(Server.Address, Configure);
        var (_, stop, running) = await Serving(engine: static engine => engine.Workers.KillAfter = TimeSpan.FromMilliseconds(20));
        var submitted = await client.SubmitAsync(WorkerFlows.OneBody, name);
        await begun.Task.WaitAsync(Patience);
        await stop.CancelAsync();
        await running.WaitAsync(Patience);
        Assert.Equal(0, Length("lease"));
        await Serving();
        Assert.Equal("done", await submitted.WaitAsync().WaitAsync(Patience));
        Assert.Equal(2, deliveries);
    }

    [Fact]
    public async Task Bodies_that_block_all_slots_for_longer_than_the_lease_lose_none()
    {
        Lease = TimeSpan.FromSeconds(6);
        using ManualResetEventSlim open = new();
        using CountdownEvent begun = new(16);
        var deliveries = 0;
        var name = WorkerFlows.Script(_ =>
        {
            Interlocked.Increment(ref deliveries);
            begun.Signal();
            open.Wait();
            return Task.FromResult("awake");
        });
        await Serving(static options =>
        {
            options.Drive = false;
            options.MaxConcurrentTasks = 16;
        });
        var driver = Driver();
        var runs = Enumerable.Range(0, 16).Select(_ => driver.RunAsync(WorkerFlows.OneBody, name)).ToList();
        Assert.True(begun.Wait(Patience));
        var claimedAt = ServerTime();
        await When(() => ServerTime() - claimedAt > Lease);
        Assert.Equal(16, Length("lease"));
        open.Set();
        Assert.All(await Task.WhenAll(runs).WaitAsync(Patience), static output => Assert.Equal("awake", output));
        Assert.Equal(16, deliveries);
        Assert.Equal(0, Stale);
    }

    [Fact]
    public async Task The_body_of_a_cancelled_run_is_told_to_end()
    {
        TaskCompletionSource begun = new();
        TaskCompletionSource told = new();
        var name = WorkerFlows.Script(async context =>
        {
            begun.SetResult();
            context.CancellationToken.Register(told.SetResult);
            await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
            return "";
        });
        var (worker, _, _) = await Serving(static options => options.Drive = false);
        using CancellationTokenSource cancel = new();
        var run = Driver().RunAsync(WorkerFlows.OneBody, name, ct: cancel.Token);
        await begun.Task.WaitAsync(Patience);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(Patience));
        await told.Task.WaitAsync(Patience);
        await When(() => worker.Run!.Loop.Running == 0);
        Assert.Equal(0, Stale);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_a_typed_error_at_the_start()
    {
        var worker = Worker(static options => options.Redis = "127.0.0.1:1,connectTimeout=200");
        await Assert.ThrowsAsync<RedisUnavailableException>(() => worker.RunAsync(CancellationToken.None).WaitAsync(Patience));
        await Assert.ThrowsAsync<RedisUnavailableException>(() => worker.WhenServing);
        await Assert.ThrowsAsync<InvalidOperationException>(() => worker.RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_worker_takes_its_fleet_from_where_its_engine_was_set_up()
    {
        await using RedisWorker worker = new(engine => engine.UseRedis(Server.Address, Configure), static options => options.GracefulShutdownTimeout = TimeSpan.Zero);
        using CancellationTokenSource stop = new();
        var running = worker.RunAsync(stop.Token);
        await worker.WhenServing.WaitAsync(Patience);
        Assert.Equal(8, await Driver().RunAsync(WorkerFlows.Sum, 3).WaitAsync(Patience));
        await stop.CancelAsync();
        await running.WaitAsync(Patience);
    }

    private TimeSpan ServerTime()
    {
        var time = (RedisResult[])Raw.Execute("TIME")!;
        return TimeSpan.FromSeconds((long)time[0]) + TimeSpan.FromMicroseconds((long)time[1]);
    }
}
