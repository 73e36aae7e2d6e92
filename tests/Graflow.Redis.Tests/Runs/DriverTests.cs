using System.Text;
using Graflow.Redis.Runs;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Runs;

/// <summary>What tests of drivers share: a store that drives the run <c>r</c>, and workers that know the task A.</summary>
[Collection(SharedServer.Name)]
public abstract class DriverTests(RedisServer server) : TestFleet(server)
{
    private protected static readonly CancellationToken None = CancellationToken.None;
    private protected static readonly TimeSpan Lease = new RedisOptions().Lease;
    private protected static readonly KnownIds Known = KnownIds.Of("A");

    internal RedisRunStore Store { get; private set; } = null!;

    internal RedisJournal Journal { get; private set; } = null!;

    internal CellTasks Tasks => new(Redis, Cell);

    internal CellRuns Runs => new(Redis, Cell);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Store = new RedisRunStore(Fleet);
        Journal = (RedisJournal)(await Store.TryCreateAsync("r", None))!;
        Journal.Append([9]);
        await Journal.FlushAsync(None);
    }

    public override async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        await base.DisposeAsync();
    }

    internal TestTask Submit(string path, string input = "")
    {
        TestTask task = new(path, input);
        Journal.Queue.Submit(task);
        return task;
    }

    internal StepRequest Request(int wanted) => new("w1", Lease, Known, new QueuePicker(("cpu", 1))) { Wanted = wanted };

    internal async Task<IReadOnlyList<ClaimedTask>> Claim(int wanted = 1) => (await Step(wanted, [])).Claimed;

    internal async Task<StepReply> Step(int wanted, IReadOnlyCollection<FinishedTask> finished) => await Tasks.StepAsync(Request(wanted) with { Finished = finished }, None);

    internal async Task Finish(ClaimedTask task, string reply) =>
        Assert.Equal([true], (await Step(0, [task.Finish(FinishKind.Succeeded, Encoding.UTF8.GetBytes(reply))])).Committed);

    internal async Task<IEnumerable<byte[]>> Records() => (await Runs.ReadLogAsync("r", None)).Select(record => record.ToArray());

    internal void AddOutcome(string path, int attempt, string value) => Raw.Execute("XADD", Cell.Key("out:r"), "*", $"{attempt} {path}", (byte[])[.. new TaskDelivery("w1", 1, TimeSpan.Zero).Write((byte)'d'), .. Encoding.UTF8.GetBytes(value)]);

    internal static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    internal static string Large(char letter) => new(letter, PayloadSize.Inline + 1);
}
