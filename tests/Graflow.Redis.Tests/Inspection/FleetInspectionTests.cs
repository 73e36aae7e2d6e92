using Graflow.Fleets;
using Graflow.Redis.Inspection;
using Graflow.Redis.Runs;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Graflow.Redis.Tests.Tasks;
using Xunit;

namespace Graflow.Redis.Tests.Inspection;

public sealed class FleetInspectionTests(RedisServer server) : TaskTests(server)
{
    private FleetInspection Inspection => new(Redis);

    [Fact]
    public async Task A_worker_is_listed_until_it_falls_silent()
    {
        await Beat("w2", "cpu");
        await Beat("w1", "cpu,gpu:3");
        var workers = await Inspection.WorkersAsync(None);
        Assert.Equal(["w1", "w2"], workers.Select(static worker => worker.Id));
        Assert.Equal(
            new FleetWorker("w1") { Host = "here", ProcessId = "7", Version = "1.2.3", Queues = "cpu,gpu:3", Slots = 4, Running = 1, Drives = true, SeenAt = DateTimeOffset.UnixEpoch.AddMicroseconds(Now) },
            workers[0]);
        Advance(TimeSpan.FromSeconds(20));
        await Beat("w2", "cpu");
        Assert.Equal(["w2"], (await Inspection.WorkersAsync(None)).Select(static worker => worker.Id));
    }

    [Fact]
    public async Task A_queue_tells_what_waits_what_runs_and_how_long_the_first_one_waits()
    {
        await Submit(Ready("a"), Ready("b", "B"), Ready("c"), Ready("d", queue: "gpu"));
        await Claim();
        Advance(TimeSpan.FromSeconds(3));
        await Submit(Ready("e", queue: "gpu"));
        Advance(TimeSpan.FromSeconds(4));
        await Beat("w1", "cpu,other");
        Assert.Equal(
            [
                new FleetQueue("cpu") { Waiting = 2, Running = 1, OldestAge = TimeSpan.FromSeconds(7), Workers = 1 },
                new FleetQueue("gpu") { Waiting = 2, OldestAge = TimeSpan.FromSeconds(7) },
                new FleetQueue("other") { Workers = 1 },
            ],
            await Inspection.QueuesAsync(None));
    }

    [Fact]
    public async Task A_tasks_whereabouts_tell_who_has_it_and_who_could()
    {
        await Tasks.EnlistAsync(Known, None);
        await Beat("w1", "cpu");
        await Beat("w2", "gpu");
        await Submit(Ready("a"), Ready("b"), Ready("c", queue: "gpu"), Ready("d", "D"), Ready("e", queue: "none"));
        await Claim(worker: "w1");
        var run = await Inspection.FindAsync(Run, None);
        Assert.Equal(("driver one", DateTimeOffset.UnixEpoch.AddMicroseconds(Now) + Lease, null, 5L), (run!.DrivenBy, run.LeaseEnd, run.WaitsSince, run.TaskCount));
        var tasks = run.Tasks.ToDictionary(static task => task.Path);
        Assert.Equal(("w1", 1, DateTimeOffset.UnixEpoch.AddMicroseconds(Now) + Lease), (tasks["a"].Worker, tasks["a"].Deliveries, tasks["a"].LeaseEnd));
        Assert.Equal((null, "w1", "w1"), (tasks["b"].Worker, Assert.Single(tasks["b"].Serving), Assert.Single(tasks["b"].Knowing)));
        Assert.Equal("w2", Assert.Single(tasks["c"].Knowing));
        Assert.Equal(("w1", 0), (Assert.Single(tasks["d"].Serving), tasks["d"].Knowing.Count));
        Assert.Empty(tasks["e"].Serving);
        Assert.Null(await Inspection.FindAsync("other", None));
    }

    [Fact]
    public async Task A_run_that_waits_for_a_driver_tells_who_knows_its_flow()
    {
        var flow = KnownIds.Of("A", "shop@1");
        await Runs.StartAsync(new RunStart("waits") { Flow = "shop@1", Records = [Bytes("started")] }, None);
        var waiting = await Inspection.FindAsync("waits", None);
        Assert.Equal(("shop@1", null, DateTimeOffset.UnixEpoch.AddMicroseconds(Now), 0), (waiting!.Flow, waiting.DrivenBy, waiting.WaitsSince, waiting.Drivers.Count));
        await Tasks.EnlistAsync(flow, None);
        await Beat("w1", "cpu", flow);
        await Beat("w2", "cpu", flow, drives: "0");
        await Beat("w3", "cpu");
        Assert.Equal(["w1"], (await Inspection.FindAsync("waits", None))!.Drivers);
    }

    [Fact]
    public async Task A_letter_is_found_by_its_id_wherever_it_is()
    {
        await Submit(Ready("a", input: "twelve bytes"));
        for (var i = 0; i < CellTasks.MaxDeliveries; i++)
        {
            await Claim(worker: $"w{i}");
            Advance(Lease);
            await Tasks.BeatAsync(new Heartbeat(Lease) { Runs = [(Run, Epoch)] }, None);
            await Tasks.ReapAsync(10, None);
        }

        var letter = await Inspection.FindLetterAsync($"{Key}/a", None);
        Assert.Equal(
            new FleetLetter($"{Key}/a", Run, "a", "A", "cpu") { Attempt = 1, Deliveries = 3, LastWorker = "w2", At = DateTimeOffset.UnixEpoch.AddMicroseconds(Now), Reason = "crashed", InputBytes = 12 },
            letter);
        Assert.Equal((1L, letter), ((await Inspection.LettersAsync(10, None)).Total, Assert.Single((await Inspection.LettersAsync(10, None)).Letters)));
        Assert.Null(await Inspection.FindLetterAsync($"{Key}/b", None));
        Assert.Null(await Inspection.FindLetterAsync("no id", None));
        Assert.True(await Inspection.DropLetterAsync($"{Key}/a", None));
        Assert.False(await Inspection.DropLetterAsync($"{Key}/a", None));
    }

    private Task<HeartbeatReply> Beat(string worker, string queues, KnownIds? known = null, string drives = "1") => Tasks.BeatAsync(
        new Heartbeat(Lease)
        {
            Worker = worker,
            Listed = TimeSpan.FromSeconds(15),
            Known = known ?? Known,
            About = [("host", "here"), ("pid", "7"), ("version", "1.2.3"), ("queues", queues), ("slots", "4"), ("running", "1"), ("drives", drives)],
        },
        None);
}
