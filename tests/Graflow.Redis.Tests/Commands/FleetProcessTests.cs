using System.Text.Json;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.CommandLine;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Redis.Tests.Commands;

/// <summary>Commands of a program that refers to the package, each in a process of its own, on a server of their own.</summary>
public sealed class FleetProcessTests : IDisposable
{
    private readonly RedisServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_worker_runs_what_is_submitted_and_stops_when_it_is_told_to()
    {
        var id = (await RunAsync("run", "Shop.Order", "--input", "4", "--detach")).Output.Trim();
        Assert.Contains("no live worker that drives runs knows its flow, Shop.Order@", (await RunAsync("runs", "why", id)).Output, StringComparison.Ordinal);
        using var worker = ShopProcess.Start("worker", "--redis", _server.Address, "--worker-id", "w1", "--max-concurrent-tasks", "3", "--queues", "default,gpu:3");
        await worker.SeenAsync("Worker w1 serves default,gpu:3, 3 at once, and drives runs.");
        Assert.Equal("41", (await RunAsync("runs", "resume", id)).Output.Trim());
        Assert.Equal("51", (await RunAsync("run", "Shop.Order", "--input", "5")).Output.Trim());
        var listed = (await RunAsync("workers", "ls", "--json")).Document.GetProperty("workers").EnumerateArray().Single();
        Assert.Equal(("w1", "default,gpu:3", 3, true), (Text(listed, "id"), Text(listed, "queues"), listed.GetProperty("slots").GetInt32(), listed.GetProperty("drives").GetBoolean()));
        await worker.SignalAsync("TERM");
        Assert.Equal(0, (await worker.EndAsync()).Code);
        Assert.Equal(new Commanded(0, "", "No worker is alive. Start one: worker --redis ADDRESS.\n"), await RunAsync("workers", "ls"));
    }

    [Fact]
    public async Task A_worker_says_what_a_signal_does_and_a_second_one_ends_it_at_once()
    {
        var id = (await RunAsync("run", "Shop.Slow", "--input", "4", "--detach", "--run-id", "slow")).Output.Trim();
        Assert.Equal("slow", id);
        using var worker = ShopProcess.StartWith([("GRAFLOW_REDIS", _server.Address), ("WORKER_ID", "held")], "worker", "--graceful-shutdown-timeout", "10m");
        await worker.SeenAsync("hold began");
        var why = (await RunAsync("runs", "why", "slow", "--json")).Document.GetProperty("reasons").EnumerateArray().Select(reason => Text(reason, "message")).ToList();
        Assert.Contains(why, reason => reason!.StartsWith("Shop.Hold runs in held, whose lease holds until ", StringComparison.Ordinal));
        using var waiting = ShopProcess.Start("runs", "resume", "slow", "--redis", _server.Address);
        await ListenedToAsync("{gf:0}:ended:slow");
        await waiting.SignalAsync("INT");
        Assert.Equal(
            new Commanded(130, "", $"Run slow goes on without this command: a worker drives it. Wait for it again: runs resume slow --redis {_server.Address}; or end it: runs cancel slow --redis {_server.Address}.\n"),
            await waiting.EndAsync());
        await worker.SignalAsync("INT");
        await worker.SeenAsync("Worker held stops: it claims nothing more, and waits up to 00:10:00 for the task that runs before it gives it to others. A second signal ends it at once, and gives nothing back.");
        await worker.SignalUntilItEndsAsync("INT");
        Assert.Equal(130, (await worker.EndAsync()).Code);
    }

    [Fact]
    public async Task A_run_that_failed_on_the_fleet_says_so_and_is_tried_again()
    {
        using var worker = ShopProcess.Start("worker", "--redis", _server.Address);
        var failed = await RunAsync("run", "Shop.Broken", "--input", "4", "--run-id", "broken");
        Assert.Equal((1, "Shop.Crash failed: 40 broke it.\n"), (failed.Code, failed.Error));
        Assert.Equal(failed, await RunAsync("runs", "resume", "broken"));
        await worker.SignalAsync("TERM");
        Assert.Equal(0, (await worker.EndAsync()).Code);
        using var mended = ShopProcess.StartWith([("SHOP_IS_MENDED", "1")], "worker", "--redis", _server.Address);
        Assert.Equal("40", (await RunAsync("runs", "retry", "broken", "--from", "Shop.Crash")).Output.Trim());
    }

    [Fact]
    public async Task A_worker_says_whom_it_waits_for_and_begins_when_that_one_is_gone()
    {
        using var raw = _server.Connect();
        raw.GetDatabase().HashSet("{gf:0}:w:same", [new("self", "dead"), new("host", "gone"), new("pid", "7")]);
        raw.GetDatabase().SortedSetAdd("{gf:0}:workers", "same", TestFleet.Microseconds(DateTimeOffset.UtcNow.AddHours(1)));
        using var worker = ShopProcess.Start("worker", "--redis", _server.Address, "--worker-id", "same");
        await worker.SeenAsync("Worker same waits: process 7 on gone has its id until ");
        raw.GetDatabase().SortedSetRemove("{gf:0}:workers", "same");
        await worker.SeenAsync("Worker same serves default, ");
        await worker.SignalAsync("TERM");
        var ended = await worker.EndAsync();
        Assert.Equal(0, ended.Code);
        Assert.Matches("^Worker same waits: process 7 on gone has its id until [0-9-]+ [0-9:]+Z, and longer if it is alive.\nWorker same serves ", ended.Error);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_an_error_at_once()
    {
        _server.Kill();
        foreach (var command in (string[][])[["worker"], ["queues", "ls"], ["runs", "ls"], ["run", "Shop.Order", "--input", "1"]])
        {
            var refused = await RunAsync([.. command, "--json"]);
            Assert.Equal((2, "redis"), (refused.Code, Text(refused.Problem, "kind")));
            Assert.Contains(_server.Address, Text(refused.Problem, "message"), StringComparison.Ordinal);
        }
    }

    private Task ListenedToAsync(string channel) => Task.Run(() =>
    {
        using var raw = _server.Connect();
        SpinWait.SpinUntil(() => (long)((StackExchange.Redis.RedisResult[])raw.GetDatabase().Execute("PUBSUB", "NUMSUB", channel)!)[1] > 0);
    }).OrHang();

    private Task<Commanded> RunAsync(params string[] args) => ShopProcess.RunAsync([.. args, "--redis", _server.Address]);

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();
}
