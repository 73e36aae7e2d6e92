using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Tasks;

public sealed class RecoverTests(RedisServer server) : TaskTests(server)
{
    [Fact]
    public async Task What_a_call_without_an_answer_claimed_waits_again_at_once_as_if_it_had_never_been_claimed()
    {
        await Submit(Ready("a"), Ready("b"), Ready("c"));
        var lost = Request(2);
        await Tasks.StepAsync(lost, None);
        var other = Assert.Single(await Claim(worker: "w2"));
        Assert.Equal([$"{Key}/a", $"{Key}/b"], await Tasks.RecoverAsync([lost.Nonce], [], None));
        Assert.Null(Score("lease", "a"));
        Assert.NotNull(Score("lease", "c"));
        Assert.Equal([("a", 1), ("b", 1)], (await Claim(5)).Select(task => (task.Path, task.Delivery)));
        Assert.Equal([true], (await Step(0, [other.Finish(FinishKind.Succeeded, [])], "w2")).Committed);
    }

    [Fact]
    public async Task A_call_that_comes_after_it_was_given_up_claims_nothing()
    {
        await Submit(Ready("a"));
        await Tasks.EnlistAsync(Known, None);
        var late = Request(1);
        Assert.Empty(await Tasks.RecoverAsync([late.Nonce], [], None));
        Assert.Contains("void", (await Assert.ThrowsAsync<InvalidOperationException>(() => Tasks.StepAsync(late, None))).Message, StringComparison.Ordinal);
        Assert.Null(Score("lease", "a"));
        Assert.Equal("a", Assert.Single(await Claim()).Path);
    }

    [Fact]
    public async Task A_result_that_is_sent_again_is_no_stale_one()
    {
        await Submit(Ready("a"), Ready("b"));
        var claimed = await Claim(2);
        var (first, second) = (claimed[0].Finish(FinishKind.Succeeded, Bytes("1")), claimed[1].Finish(FinishKind.Succeeded, Bytes("2")));
        await Step(0, [first]);
        var again = await Tasks.StepAsync(Request(0) with { Finished = [first, second], Again = 1 }, None);
        Assert.Equal([false, true], again.Committed);
        Assert.Equal(0, Stale);
        await Tasks.StepAsync(Request(0) with { Finished = [first, second], Again = 1 }, None);
        Assert.Equal(1, Stale);
        Assert.Equal(["1", "2"], (await Outcomes()).Select(outcome => Text(outcome.Value)));
    }

    private static StepRequest Request(int wanted) => new("w1", Lease, Known, new QueuePicker(("cpu", 1))) { Wanted = wanted };
}
