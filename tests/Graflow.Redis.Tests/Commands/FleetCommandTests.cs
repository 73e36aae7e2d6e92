using System.Collections.Concurrent;
using Graflow.Commands;
using Graflow.CompilerServices;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Clients;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.CommandLine;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Redis.Tests.Commands;

/// <summary>What the commands of a fleet write, to the letter. Times are those of the scripts' clock, which stands still.</summary>
public sealed class FleetCommandTests : ClientTest
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(9);
    private static readonly KnownIds Known = KnownIds.Of("client.left", "client.right");
    private static readonly CancellationToken None = CancellationToken.None;

    private int _buried;

    public FleetCommandTests(RedisServer server)
        : base(server)
    {
        RedisModule.Register();
        ClientFlows.Register();
    }

    private CellTasks Tasks => new(Redis, Cell);

    [Fact]
    public void What_is_told_to_be_typed_has_no_password() =>
        Assert.Equal(" --redis there:6379,ssl=true,password=…,syncTimeout=5", new StorePlace(null, "there:6379,ssl=true, Password = secret,syncTimeout=5").Arguments);

    [Fact]
    public async Task Workers_are_told_in_columns_and_as_a_document()
    {
        Assert.Equal(new Commanded(0, "", "No worker is alive. Start one: worker --redis ADDRESS.\n"), await RunAsync("workers", "ls"));
        await BeatAsync("w1", "default");
        await BeatAsync("worker-2", "default,gpu:3");
        Assert.Equal(
            """
            WORKER    HOST  PID  VERSION  QUEUES         RUNNING  DRIVES
            w1        here  7    1.2.3    default        1/4      yes
            worker-2  here  7    1.2.3    default,gpu:3  1/4      yes

            """,
            (await RunAsync("workers", "ls")).Output);
        Assert.Equal(
            """{"id":"w1","queues":"default","slots":4,"running":1,"drives":true,"host":"here","processId":"7","version":"1.2.3","seenAt":"2030-03-17T17:46:40+00:00"}""",
            (await RunAsync("workers", "ls", "--json")).Document.GetProperty("workers")[0].GetRawText());
    }

    [Fact]
    public async Task Queues_are_told_in_columns_and_as_a_document()
    {
        Assert.Equal(new Commanded(0, "", "No queue has a task, and no worker serves one.\n"), await RunAsync("queues", "ls"));
        await BeatAsync("w1", "default,gpu");
        Assert.Equal(
            """
            QUEUE    WAITING  OLDEST  RUNNING  WORKERS
            default  0        -       0        1
            gpu      0        -       0        1

            """,
            (await RunAsync("queues", "ls")).Output);
        Assert.Equal("""{"queues":[{"name":"default","waiting":0,"running":0,"workers":1},{"name":"gpu","waiting":0,"running":0,"workers":1}]}""" + Environment.NewLine, (await RunAsync("queues", "ls", "--json")).Output);
    }

    [Fact]
    public async Task A_dead_letter_is_listed_shown_and_dropped()
    {
        Assert.Equal(new Commanded(0, "", "No task was given up.\n"), await RunAsync("dlq", "ls"));
        var id = await BuryAsync(await FailAsync("r1"));
        Assert.Equal(
            """
            ID              TASK         QUEUE    AT                    WHY                    LAST WORKER
            r1/client.left  client.left  default  2030-03-17 17:47:07Z  crashed, 3 deliveries  w1

            """,
            (await RunAsync("dlq", "ls")).Output);
        Assert.Equal(
            """
            run          r1
            path         client.left
            task         client.left
            queue        default
            attempt      1
            deliveries   3
            last worker  w1
            given up at  2030-03-17 17:47:07Z
            why          crashed
            input        5 bytes

            """,
            (await RunAsync("dlq", "show", id)).Output);
        Assert.Equal(
            """{"id":"r1/client.left","runId":"r1","path":"client.left","task":"client.left","reason":"crashed","queue":"default","attempt":1,"deliveries":3,"lastWorker":"w1","at":"2030-03-17T17:47:07+00:00","inputBytes":5}""" + Environment.NewLine,
            (await RunAsync("dlq", "show", id, "--json")).Output);
        Assert.Equal(new Commanded(0, "The dead letter r1/client.left is dropped.\n", ""), await RunAsync("dlq", "drop", id));
        foreach (var command in (string[])["show", "redrive", "drop"])
        {
            var refused = await RunAsync("dlq", command, id, "--json");
            Assert.Equal((2, "unknownLetter"), (refused.Code, refused.Problem.GetProperty("kind").GetString()));
        }
    }

    [Fact]
    public async Task A_dead_letter_is_tried_again_in_a_new_run_and_is_gone()
    {
        var id = await BuryAsync(await FailAsync("r1"));
        var redriven = (await RunAsync("dlq", "redrive", id, "--json")).Document;
        var run = redriven.GetProperty("runId").GetString()!;
        Assert.Equal((id, "redriven"), (redriven.GetProperty("id").GetString(), redriven.GetProperty("status").GetString()));
        Assert.Equal(("r1", RunStatus.Suspended), ((await Client.Runs.FindAsync(run))!.Origin, (await Client.Runs.FindAsync(run))!.Status));
        Assert.Equal(0, (await Engine.Fleet!.LettersAsync(10, None)).Total);
        Assert.Contains($"Run {run} waits for a driver since ", (await RunAsync("runs", "why", run)).Output, StringComparison.Ordinal);
        FailingFlow.IsMended = true;
        await DriveAsync(FailingFlow.Flow, run);
        Assert.Equal(70, await (await Client.AttachAsync(FailingFlow.Flow, run)).WaitAsync().OrHang());
    }

    [Fact]
    public async Task Dead_letters_of_one_run_are_tried_again_together_and_elements_that_succeeded_stay()
    {
        FailingFlow.IsMended = false;
        await Client.SubmitAsync(FailingFlow.Each, 4, new SubmitOptions { RunId = "each" });
        await DriveAsync(FailingFlow.Each, "each");
        var id = await BuryAsync("each", "client.right[1]");
        await BuryAsync("each", "client.right[3]");
        await BuryAsync(await FailAsync("r1"));
        var lists = CallsOf("zrevrange");
        var told = (await RunAsync("dlq", "redrive", id)).Output.Trim();
        Assert.Equal(0, CallsOf("zrevrange") - lists);
        var run = told.Split(' ')[1];
        Assert.Equal($"Run {run} tries client.right[1] again, as a retry of each. Another task of it that was given up is tried with it.", told);
        Assert.Equal(["r1/client.left"], (await Engine.Fleet!.LettersAsync(10, None)).Letters.Select(static letter => letter.Id));
        FailingFlow.IsMended = true;
        FailingFlow.Elements.Clear();
        await DriveAsync(FailingFlow.Each, run);
        Assert.Equal(6, await (await Client.AttachAsync(FailingFlow.Each, run)).WaitAsync().OrHang());
        Assert.Equal([1, 3], FailingFlow.Elements.Order());
    }

    [Fact]
    public async Task A_run_that_is_deleted_takes_its_dead_letters_with_it()
    {
        var id = await BuryAsync(await FailAsync("r1"));
        Assert.Equal(0, (await RunAsync("runs", "delete", "r1")).Code);
        Assert.Equal(new Commanded(0, "", "No task was given up.\n"), await RunAsync("dlq", "ls"));
        var refused = await RunAsync("dlq", "redrive", id, "--json");
        Assert.Equal((2, "unknownLetter"), (refused.Code, refused.Problem.GetProperty("kind").GetString()));
        Assert.DoesNotContain(Keys(), static key => key.Contains("r1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_is_left_to_the_fleet_and_its_id_is_told()
    {
        Assert.Equal(new Commanded(0, "mine\n", ""), await RunAsync("run", "client.Double", "--input", "4", "--detach", "--run-id", "mine"));
        Assert.Equal("""{"workflow":"client.Double","runId":"mine","status":"present"}""" + Environment.NewLine, (await RunAsync("run", "client.Double", "--input", "4", "--detach", "--run-id", "mine", "--json")).Output);
        var other = await RunAsync("run", "client.Double", "--input", "5", "--detach", "--run-id", "mine", "--json");
        Assert.Equal((2, "conflict"), (other.Code, other.Problem.GetProperty("kind").GetString()));
        var runs = (await RunAsync("runs", "ls", "--json")).Document.GetProperty("runs");
        Assert.Equal(("mine", "suspended"), (runs[0].GetProperty("runId").GetString(), runs[0].GetProperty("status").GetString()));
        Assert.Equal(new Commanded(0, "Run mine is cancelled.\n", ""), await RunAsync("runs", "cancel", "mine"));
        Assert.Equal(new Commanded(0, "Run mine is deleted.\n", ""), await RunAsync("runs", "delete", "mine"));
        Assert.Empty(await Client.Runs.ListAsync());
    }

    /// <summary>A command of a program that has set up its fleet, named again by its address: the program's key prefix stays.</summary>
    private Task<Commanded> RunAsync(params string[] args) =>
        Commanded.RunAsync([.. args, "--redis", Server.Address], configure: options => options.UseRedis("nowhere:1", redis => redis.KeyPrefix = Prefix));

    private async Task<string> FailAsync(string runId)
    {
        FailingFlow.IsMended = false;
        await Client.SubmitAsync(FailingFlow.Flow, 7, new SubmitOptions { RunId = runId });
        await DriveAsync(FailingFlow.Flow, runId);
        return runId;
    }

    /// <summary>Three workers die of a task with the path of one of the run's.</summary>
    private async Task<string> BuryAsync(string runId, string path = "client.left")
    {
        Graflow.Redis.Runs.CellRuns runs = new(Redis, Cell);
        await runs.StartAsync(new Graflow.Redis.Runs.RunStart("other") { Driver = new Graflow.Redis.Runs.Driver("d", "d", Lease) }, None);
        await runs.SubmitAsync("other", _buried++, new TaskSubmission(path, "default", "client.left", new TaskInput([1, 2, 3, 4, 5])));
        for (var i = 0; i < CellTasks.MaxDeliveries; i++)
        {
            await Tasks.StepAsync(new StepRequest("w1", Lease, Known, new QueuePicker(("default", 1))) { Wanted = 1 }, None);
            Advance(Lease);
            await Tasks.ReapAsync(10, None);
        }

        // The engine of these tests runs bodies itself, so that the letter is another run's at first.
        var letter = Cell.Key($"dl:other/{path}");
        Raw.HashSet(letter, "r", runId);
        Raw.KeyRename(letter, Cell.Key($"dl:{runId}/{path}"));
        Raw.SortedSetAdd(Cell.Key("dlq"), $"{runId}/{path}", Raw.SortedSetScore(Cell.Key("dlq"), $"other/{path}")!.Value);
        Raw.SortedSetRemove(Cell.Key("dlq"), $"other/{path}");
        Raw.SetMove(Cell.Key("dr:other"), Cell.Key($"dr:{runId}"), path);
        return $"{runId}/{path}";
    }

    private Task<HeartbeatReply> BeatAsync(string worker, string queues) => Tasks.BeatAsync(
        new Heartbeat(Lease)
        {
            Worker = worker,
            Listed = TimeSpan.FromSeconds(15),
            Known = Known,
            About = [("host", "here"), ("pid", "7"), ("version", "1.2.3"), ("queues", queues), ("slots", "4"), ("running", "1"), ("drives", "1")],
        },
        None);

    private static class FailingFlow
    {
        internal static bool IsMended { get; set; }

        internal static Flow<int, int> Flow { get; } = Graflow.Flow.Task("client.one", static (int x) => x)
            >> Graflow.Flow.Task("client.left", static int (int x) => IsMended ? 10 * x : throw new InvalidOperationException("broken"));

        internal static ConcurrentQueue<int> Elements { get; } = [];

        internal static Flow<int, int> Each { get; } = Graflow.Flow.Task("client.all", static (int n) => Enumerable.Range(0, n).ToList())
            >> Graflow.Flow.Task("client.right", static int (int x) =>
            {
                Elements.Enqueue(x);
                return IsMended || x % 2 == 0 ? x : throw new InvalidOperationException("broken");
            }).ForEach()
            >> Graflow.Flow.Task("client.sum", static (IReadOnlyList<int> all) => all.Sum());

        static FailingFlow()
        {
            GraflowRegistry.Add(new WorkflowRegistration<int, int>("client.Failing", static () => Flow));
            GraflowRegistry.Add(new WorkflowRegistration<int, int>("client.FailingEach", static () => Each));
        }
    }
}
