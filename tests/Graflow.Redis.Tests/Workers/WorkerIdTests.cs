using Graflow.Redis.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Workers;

public sealed class WorkerIdTests(RedisServer server) : WorkerTests(server)
{
    [Fact]
    public async Task A_second_worker_of_an_id_is_refused_by_name_and_the_first_one_goes_on()
    {
        Lease = TimeSpan.FromSeconds(4);
        var (first, _, running) = await Serving(static options => options.WorkerId = "same");
        var second = Worker(static options => options.WorkerId = "same");
        var refused = await Assert.ThrowsAsync<WorkerIdTakenException>(() => second.RunAsync(CancellationToken.None).WaitAsync(Patience));
        Assert.Equal(("same", Environment.MachineName, $"{Environment.ProcessId}"), (refused.WorkerId, refused.Host, refused.ProcessId));
        Assert.StartsWith($"The id 'same' belongs to another worker, process {Environment.ProcessId} on {Environment.MachineName}, which is alive and has it until ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("stop the other one, or give this one another --worker-id", refused.Message, StringComparison.Ordinal);
        Assert.False(running.IsCompleted);
        Assert.Equal(8, await Driver().RunAsync(WorkerFlows.Sum, 3).WaitAsync(Patience));
        Assert.Equal(SelfOf(first), (string?)Raw.HashGet(Cell.Key("w:same"), "self"));
    }

    [Fact]
    public async Task The_id_of_a_worker_that_died_is_free_when_its_lease_ends()
    {
        Lease = TimeSpan.FromSeconds(9);
        // As a killed one leaves it, whose lease ends in a second and a half.
        Raw.HashSet(Cell.Key("w:same"), [new("self", "dead"), new("host", "gone"), new("pid", "1")]);
        Raw.SortedSetAdd(Cell.Key("workers"), "same", TestFleet.Microseconds(DateTimeOffset.UtcNow.AddSeconds(1.5)));
        await Serving(static options => options.WorkerId = "same");
        Assert.Equal($"{Environment.ProcessId}", (string?)Raw.HashGet(Cell.Key("w:same"), "pid"));
        Assert.Equal(8, await Driver().RunAsync(WorkerFlows.Sum, 3).WaitAsync(Patience));
    }

    [Fact]
    public async Task A_worker_that_is_told_to_stop_while_it_waits_for_its_id_does()
    {
        Raw.HashSet(Cell.Key("w:same"), [new("self", "alive"), new("host", "there"), new("pid", "1")]);
        Raw.SortedSetAdd(Cell.Key("workers"), "same", TestFleet.Microseconds(DateTimeOffset.UtcNow.AddHours(1)));
        var worker = Worker(static options => options.WorkerId = "same");
        using CancellationTokenSource stop = new();
        var running = worker.RunAsync(stop.Token);
        await When(() => worker.Run is not null);
        Assert.False(running.IsCompleted);
        await stop.CancelAsync();
        await running.WaitAsync(Patience);
        Assert.Equal("alive", (string?)Raw.HashGet(Cell.Key("w:same"), "self"));
    }

    [Fact]
    public async Task A_worker_that_comes_back_after_its_lease_goes_on_when_nobody_has_its_id()
    {
        Lease = TimeSpan.FromSeconds(6);
        var (worker, _, running) = await Serving(static options => options.WorkerId = "same");
        Raw.KeyDelete(Cell.Key("w:same"));
        Raw.SortedSetRemove(Cell.Key("workers"), "same");
        await When(() => Raw.HashGet(Cell.Key("w:same"), "self") == SelfOf(worker));
        Assert.False(running.IsCompleted);
        Assert.Equal(8, await Driver().RunAsync(WorkerFlows.Sum, 3).WaitAsync(Patience));
    }

    [Fact]
    public async Task A_worker_that_comes_back_when_another_has_its_id_ends_what_it_runs_and_stops()
    {
        Lease = TimeSpan.FromSeconds(6);
        TaskCompletionSource<string> end = new();
        TaskCompletionSource begun = new();
        var name = WorkerFlows.Script(_ =>
        {
            begun.SetResult();
            return end.Task;
        });
        var (_, _, running) = await Serving(static options =>
        {
            options.WorkerId = "same";
            options.Drive = false;
            options.GracefulShutdownTimeout = TimeSpan.FromMinutes(5);
        });
        var run = Driver().RunAsync(WorkerFlows.OneBody, name);
        await begun.Task.WaitAsync(Patience);
        // At once, or a heartbeat would come between.
        var taking = Raw.CreateTransaction();
        _ = taking.SortedSetAddAsync(Cell.Key("workers"), "same", TestFleet.Microseconds(DateTimeOffset.UtcNow.AddHours(1)));
        // With it goes the end of its life.
        _ = taking.KeyDeleteAsync(Cell.Key("w:same"));
        _ = taking.HashSetAsync(Cell.Key("w:same"), [new("self", "heir"), new("host", "elsewhere"), new("pid", "7")]);
        Assert.True(taking.Execute());
        end.SetResult("whole");
        var refused = await Assert.ThrowsAsync<WorkerIdTakenException>(() => running.WaitAsync(Patience));
        Assert.Equal(("elsewhere", "7"), (refused.Host, refused.ProcessId));
        Assert.Equal("whole", await run.WaitAsync(Patience));
        Assert.Equal("heir", (string?)Raw.HashGet(Cell.Key("w:same"), "self"));
        Assert.Equal(1, Length("workers"));
    }

    [Fact]
    public async Task A_worker_that_waits_for_its_id_is_well_and_not_ready_and_one_that_stops_is_too()
    {
        Lease = TimeSpan.FromSeconds(9);
        TaskCompletionSource<string> end = new();
        TaskCompletionSource begun = new();
        var name = WorkerFlows.Script(_ =>
        {
            begun.SetResult();
            return end.Task;
        });
        Raw.SortedSetAdd(Cell.Key("workers"), "same", TestFleet.Microseconds(DateTimeOffset.UtcNow.AddHours(1)));
        Raw.HashSet(Cell.Key("w:same"), [new("self", "heir"), new("host", "elsewhere"), new("pid", "7")]);
        var worker = Worker(static options =>
        {
            (options.WorkerId, options.HealthPort, options.UnhealthyAfter, options.Drive) = ("same", 0, TimeSpan.FromSeconds(5), false);
            options.GracefulShutdownTimeout = TimeSpan.FromMinutes(5);
        });
        using CancellationTokenSource stop = new();
        var running = worker.RunAsync(stop.Token);
        await When(() => worker.HealthPort is not null);
        using HttpClient http = new() { BaseAddress = new Uri($"http://127.0.0.1:{worker.HealthPort}") };
        await When(() => worker.Run!.Loop.SinceAnswer > TimeSpan.FromSeconds(5));
        Assert.Equal((200, "starting"), await AskAsync(http, "/health"));
        Assert.Equal((503, "starting"), await AskAsync(http, "/ready"));
        Raw.SortedSetRemove(Cell.Key("workers"), "same");
        await worker.WhenServing.WaitAsync(Patience);
        Assert.Equal((200, "healthy"), await AskAsync(http, "/health"));
        Assert.Equal((200, "healthy"), await AskAsync(http, "/ready"));
        var run = Driver().RunAsync(WorkerFlows.OneBody, name);
        await begun.Task.WaitAsync(Patience);
        await stop.CancelAsync();
        await When(() => worker.Run!.IsStopping);
        Assert.Equal((200, "stopping"), await AskAsync(http, "/health"));
        Assert.Equal((503, "stopping"), await AskAsync(http, "/ready"));
        end.SetResult("done");
        Assert.Equal("done", await run.WaitAsync(Patience));
        await running.WaitAsync(Patience);
    }

    private static async Task<(int, string?)> AskAsync(HttpClient http, string path)
    {
        using var told = await http.GetAsync(path);
        using var health = System.Text.Json.JsonDocument.Parse(await told.Content.ReadAsStringAsync());
        return ((int)told.StatusCode, health.RootElement.GetProperty("status").GetString());
    }

    private static string SelfOf(RedisWorker worker) => worker.Run!.Self;
}
