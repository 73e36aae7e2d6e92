using Graflow.Redis.Keys;
using Xunit;

namespace Graflow.Redis.Tests.Keys;

public sealed class RedisCellsTests
{
    [Fact]
    public void All_keys_of_a_run_and_of_the_queues_that_serve_it_have_one_hash_tag()
    {
        var cell = new RedisCells("gf", 1).Of("any");
        var run = RunName.Of("any");
        Assert.Equal("{gf:0}:", cell.Prefix);
        Assert.Equal("{gf:0}:q:cpu/Orders.Fetch", cell.Key("q:cpu/Orders.Fetch"));
        Assert.Equal("{gf:0}:log:any", cell.Of(run, "log"));
        Assert.Equal("{gf:0}:wake", cell.WakeChannel);
        Assert.Equal("{gf:0}:driver:d1", cell.DriverChannel("d1"));
        Assert.Equal("{gf:0}:worker:w1", cell.WorkerChannel("w1"));
    }

    // Other processes, of other versions, find the run where this one put it.
    [Theory]
    [InlineData("", 1)]
    [InlineData("order-1", 1)]
    [InlineData("order-2", 4)]
    [InlineData("Größe/1", 6)]
    public void A_runs_cell_never_changes(string runId, int cell) => Assert.Equal(cell, new RedisCells("gf", 12).Of(runId).Number);

    [Fact]
    public void Runs_spread_over_all_cells()
    {
        var cells = new RedisCells("gf", 12);
        var counts = Enumerable.Range(0, 12_000).GroupBy(i => cells.Of($"run-{i}").Number).Select(group => group.Count()).ToList();
        Assert.Equal(12, counts.Count);
        Assert.All(counts, count => Assert.InRange(count, 800, 1200));
    }

    [Theory]
    [InlineData("order-1", "order-1")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("{x}:1", "%7Bx%7D%3A1")]
    public void A_runs_name_holds_nothing_that_separates_a_keys_parts(string runId, string name)
    {
        var run = RunName.Of(runId);
        Assert.Equal(name, run.Text);
        Assert.Equal(runId, run.RunId);
        Assert.Equal(name + "/eu/Orders.Fetch[3]#2", run.Task("eu/Orders.Fetch[3]#2"));
    }
}
