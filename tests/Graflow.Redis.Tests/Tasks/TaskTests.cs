using System.Text;
using Graflow.Redis.Runs;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Tasks;

/// <summary>What tests of tasks share: one run, its driver, and workers that know the tasks A, B and C.</summary>
[Collection(SharedServer.Name)]
public abstract class TaskTests(RedisServer server) : TestFleet(server)
{
    private protected const string Run = "order/1";
    private protected const string Key = "order%2F1";
    private protected const long Epoch = 1;

    private protected static readonly TimeSpan Lease = TimeSpan.FromSeconds(9);
    private protected static readonly KnownIds Known = KnownIds.Of("A", "B", "C");
    private protected static readonly CancellationToken None = CancellationToken.None;

    // Behind the record that it was made with.
    private long _position = 1;

    internal CellTasks Tasks => new(Redis, Cell);

    internal CellRuns Runs => new(Redis, Cell);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Runs.StartAsync(new RunStart(Run) { Driver = new Driver("d1", "driver one", Lease), Records = [Bytes("started")] }, None);
    }

    internal static TaskSubmission Ready(string path, string id = "A", string queue = "cpu", string input = "") => new(path, queue, id, new TaskInput(Bytes(input)));

    /// <summary>As the run's driver does.</summary>
    internal async Task Submit(params TaskSubmission[] tasks) => Assert.Equal(LogReply.Written, await Send([.. tasks.Select(LogItem.Submit)]));

    internal async Task<LogReply> Send(IReadOnlyList<LogItem> items, long epoch = Epoch, string run = Run)
    {
        var reply = await Runs.WriteAsync(new OwnedRun(run, epoch, _position), _position + 1, items, "", maker: null, None);
        _position += reply == LogReply.Written ? items.Count : 0;
        return reply;
    }

    internal async Task<StepReply> Step(int wanted, IReadOnlyCollection<FinishedTask> finished, string worker = "w1") =>
        await Tasks.StepAsync(new StepRequest(worker, Lease, Known, new QueuePicker(("cpu", 1))) { Wanted = wanted, Finished = finished }, None);

    internal async Task<IReadOnlyList<ClaimedTask>> Claim(int wanted = 1, string worker = "w1") => (await Step(wanted, [], worker)).Claimed;

    internal Task<IReadOnlyList<TaskOutcome>> Outcomes() => Task.FromResult(Raw.Outcomes(Cell, Run));

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    internal static string Text(byte[]? bytes) => Encoding.UTF8.GetString(bytes!);

    internal static string Large(char letter) => new(letter, PayloadSize.Inline + 1);

    internal double? Score(string set, string task) => Raw.SortedSetScore(Cell.Key(set), $"{Key}/{task}");

    internal long Stale => (long)Raw.HashGet(Cell.Key("cell"), "stale");
}
