using Graflow.Fleets;
using Graflow.Redis.Inspection;
using Graflow.Redis.Runs;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Tasks;

public sealed class DeadLettersTests(RedisServer server) : TaskTests(server)
{
    [Fact]
    public async Task The_latest_letters_come_first_and_all_are_counted()
    {
        await Bury("a");
        await Bury("b");
        await Bury("c");
        var (total, latest) = await List(2);
        Assert.Equal(3, total);
        Assert.Equal(["c", "b"], latest.Select(letter => letter.Path));
    }

    [Fact]
    public async Task Those_of_one_run_are_read_without_looking_at_any_other()
    {
        await Bury("b", input: "12345");
        await Bury("a");
        Raw.HashSet(Cell.Key("dl:other/c"), "r", "other");
        Raw.SortedSetAdd(Cell.Key("dlq"), "other/c", 1);
        var (lists, reads) = (CallsOf("zrevrange"), CallsOf("hmget"));
        var letters = await new CellInspection(Redis, Cell).LettersOfAsync(Run, None);
        Assert.Equal([("a", 0, 3), ("b", 5, 3)], letters.Select(static letter => (letter.Path, letter.InputBytes, letter.Deliveries)));
        Assert.Equal((0, 2), (CallsOf("zrevrange") - lists, CallsOf("hmget") - reads));
        Assert.Empty(await new CellInspection(Redis, Cell).LettersOfAsync("nobody", None));
    }

    [Fact]
    public async Task A_letter_keeps_its_input_when_the_run_has_ended_and_goes_with_the_run()
    {
        await Bury("a", Large('x'));
        Assert.Equal(LogReply.Written, await Send([LogItem.End]));
        Assert.DoesNotContain("p:" + Key, Keys());
        Assert.Equal(Large('x').Length, Assert.Single((await List(10)).Letters).InputBytes);
        Assert.Equal(1, await Tasks.SweepAsync(TimeSpan.Zero, 100, 100, None));
        Assert.Equal(0, (await List(10)).Total);
        Assert.Equal(["cell", "wk:" + Known.Name], Keys());
    }

    [Fact]
    public async Task Dropped_letters_leave_nothing()
    {
        await Bury("a");
        await Bury("b");
        Assert.True(await Tasks.DropLetterAsync($"{Key}/a", None));
        Assert.False(await Tasks.DropLetterAsync("never", None));
        Assert.Equal(["b"], (await List(10)).Letters.Select(letter => letter.Path));
        Assert.True(await Tasks.DropLetterAsync($"{Key}/b", None));
        Assert.DoesNotContain(Keys(), key => key.StartsWith('d') && key != "drive");
    }

    private Task<(long Total, IReadOnlyList<FleetLetter> Letters)> List(int limit) => new CellInspection(Redis, Cell).LettersAsync(limit, None);

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
