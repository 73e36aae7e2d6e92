using Graflow.Coordination;
using Xunit;

namespace Graflow.Tests.Engine;

public sealed class WokenWorkTests
{
    [Fact]
    public async Task All_who_wake_it_during_a_round_share_the_next_one()
    {
        TaskCompletionSource<bool>[] rounds = [.. Enumerable.Range(0, 3).Select(static _ => new TaskCompletionSource<bool>())];
        TaskCompletionSource[] begun = [.. rounds.Select(static _ => new TaskCompletionSource())];
        var count = -1;
        WokenWork work = new(() =>
        {
            var round = Interlocked.Increment(ref count);
            begun[round].SetResult();
            return rounds[round].Task;
        });
        work.Wake();
        await begun[0].Task.OrHang();
        work.Wake();
        work.Wake();
        rounds[0].SetResult(true);
        await begun[1].Task.OrHang();
        rounds[1].SetResult(true);
        Assert.Equal(1, Volatile.Read(ref count));
        work.Wake();
        await begun[2].Task.OrHang();
        rounds[2].SetResult(false);
        work.Wake();
        Assert.Equal(2, Volatile.Read(ref count));
    }
}
