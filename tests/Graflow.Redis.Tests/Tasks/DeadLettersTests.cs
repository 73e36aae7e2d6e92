using Graflow.Redis.Runs;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Tasks;

public sealed class DeadLettersTests(RedisServer server) : TaskTests(server)
{
    private DeadLetters Letters => new(Redis, Cell);

    [Fact]
    public async Task Letters_are_listed_by_pages_the_latest_first()
    {
        await Bury("a");
        await Bury("b");
        await Bury("c");
        var (total, first) = await Letters.ListAsync(0, 2, None);
        var (_, rest) = await Letters.ListAsync(2, 2, None);
        Assert.Equal(3, total);
        Assert.Equal(["c", "b"], first.Select(letter => letter.Path));
        Assert.Equal(["a"], rest.Select(letter => letter.Path));
    }

    [Fact]
    public async Task A_redriven_letter_is_a_new_task_of_another_run_even_when_its_own_is_gone()
    {
        await Bury("a", Large('x'));
        await Runs.EndAsync(Run, Epoch, None);
        await Runs.ReleaseAsync(Run, Epoch, None);
        Assert.Equal(1, await Tasks.SweepAsync(TimeSpan.Zero, 100, 100, None));
        await Runs.StartAsync(new RunStart("again") { Driver = new Driver("d2", "two", Lease) }, None);
        await Assert.ThrowsAsync<RunFencedException>(() => Letters.RedriveAsync($"{Key}/a", "again", 7, None));
        Assert.Equal(RedriveResult.Done, await Letters.RedriveAsync($"{Key}/a", "again", 1, None));
        Assert.Equal(RedriveResult.NoLetter, await Letters.RedriveAsync($"{Key}/a", "again", 1, None));
        Assert.Equal(0, (await Letters.ListAsync(0, 10, None)).Total);

        var claimed = Assert.Single(await Claim());
        Assert.Equal(("again", "a", 1, Large('x')), (claimed.RunId, claimed.Path, claimed.Delivery, Text(claimed.Input)));
        await Step(0, [claimed.Finish(FinishKind.Succeeded, Bytes("ok"))]);
        Assert.Equal("ok", Text(Assert.Single(await Runs.ReadOutcomesAsync("again", null, None)).Value));
    }

    [Fact]
    public async Task A_letter_stays_where_its_place_is_taken()
    {
        await Bury("a");
        await Submit(Ready("a"));
        Assert.Equal(RedriveResult.PlaceTaken, await Letters.RedriveAsync($"{Key}/a", Run, Epoch, None));
        Assert.Equal(1, (await Letters.ListAsync(0, 10, None)).Total);
    }

    [Fact]
    public async Task Dropped_letters_leave_nothing()
    {
        await Bury("a");
        await Bury("b");
        Assert.Equal(1, await Letters.DropAsync([$"{Key}/a", "never"], None));
        Assert.Equal(["b"], (await Letters.ListAsync(0, 10, None)).Letters.Select(letter => letter.Path));
        Assert.Equal(1, await Letters.DropAsync([$"{Key}/b"], None));
        Assert.DoesNotContain(Keys(), key => key.StartsWith('d') && key != "drive");
    }

    private async Task Bury(string path, string input = "")
    {
        await Submit(Ready(path, input: input));
        for (var i = 0; i < CellTasks.MaxDeliveries; i++)
        {
            await Claim();
            Advance(Lease);
            await Tasks.BeatAsync(new Heartbeat(Lease) { Runs = [(Run, Epoch)] }, None);
            await Tasks.ReapAsync(10, None);
        }
    }
}
