using Graflow.Redis.Runs;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Redis.Tests.Clients;

public sealed class ClientSubmitTests(RedisServer server) : ClientTest(server)
{
    [Fact]
    public async Task A_submitted_run_waits_for_whoever_knows_its_flow()
    {
        var run = await Client.SubmitAsync(ClientFlows.Double, 20);
        Assert.True(run.IsNew);
        CellRuns runs = new(Redis, Cell);
        var driver = new Driver("d", "a driver", TimeSpan.FromSeconds(9));
        var hash = ClientFlows.StructureOf(ClientFlows.Double).Hash;
        Assert.Null(await runs.OwnAnyAsync(KnownIds.Of("client.Double@other"), driver, CancellationToken.None));
        var owned = await runs.OwnAnyAsync(KnownIds.Of($"client.Double@{hash}"), driver, CancellationToken.None);
        Assert.Equal((run.RunId, 1L), (owned!.RunId, owned.Position));
    }

    [Fact]
    public async Task Whoever_drives_the_run_has_the_input_and_the_client_the_output()
    {
        var run = await Client.SubmitAsync(ClientFlows.Double, 20);
        var waiting = run.WaitAsync();
        await DriveAsync(ClientFlows.Double, run.RunId);
        Assert.Equal(41, await waiting.OrHang());
        Assert.Equal(41, await run.WaitAsync().OrHang());
    }

    [Fact]
    public async Task A_workflow_without_input_and_without_output_has_its_end_too()
    {
        var run = await Client.SubmitAsync(ClientFlows.Nothing);
        await DriveAsync(ClientFlows.Nothing, run.RunId);
        Assert.Equal(Unit.Value, await run.WaitAsync().OrHang());
    }

    [Fact]
    public async Task One_key_is_one_run_from_whatever_process()
    {
        await using var other = await ConnectClientAsync();
        var options = new SubmitOptions { IdempotencyKey = "order 17" };
        var first = await Client.SubmitAsync(ClientFlows.Double, 20, options);
        var second = await other.SubmitAsync(ClientFlows.Double, 20, options);
        Assert.Equal((true, false, first.RunId), (first.IsNew, second.IsNew, second.RunId));
        await DriveAsync(ClientFlows.Double, first.RunId);
        Assert.Equal(41, await second.WaitAsync().OrHang());
        var third = await other.SubmitAsync(ClientFlows.Double, 20, options);
        Assert.Equal((false, 41), (third.IsNew, await third.WaitAsync().OrHang()));
        Assert.Single(await Client.Runs.ListAsync());
    }

    [Fact]
    public async Task A_key_that_has_another_run_is_a_conflict()
    {
        var options = new SubmitOptions { IdempotencyKey = "order 17" };
        var run = await Client.SubmitAsync(ClientFlows.Double, 20, options);
        var input = await Assert.ThrowsAsync<RunConflictException>(() => Client.SubmitAsync(ClientFlows.Double, 21, options));
        Assert.Contains("not one of client.Double with the input given now", input.Message, StringComparison.Ordinal);
        var workflow = await Assert.ThrowsAsync<RunConflictException>(() => Client.SubmitAsync(ClientFlows.Triple, 20, options));
        Assert.Contains("it is a run of client.Double, not one of client.Triple", workflow.Message, StringComparison.Ordinal);
        Assert.Equal((run.RunId, run.RunId), (input.RunId, workflow.RunId));
        await DriveAsync(ClientFlows.Double, run.RunId);
        Assert.Equal(41, await run.WaitAsync().OrHang());
    }

    [Fact]
    public async Task An_id_is_the_run_that_has_it()
    {
        var first = await Client.SubmitAsync(ClientFlows.Double, 20, new SubmitOptions { RunId = "mine/1" });
        var second = await Client.SubmitAsync(ClientFlows.Double, 20, new SubmitOptions { RunId = "mine/1" });
        Assert.Equal(("mine/1", "mine/1", false), (first.RunId, second.RunId, second.IsNew));
        await Assert.ThrowsAsync<RunConflictException>(() => Client.SubmitAsync(ClientFlows.Double, 1, new SubmitOptions { RunId = "mine/1" }));
    }

    [Fact]
    public async Task What_cannot_be_driven_elsewhere_is_refused_before_anything_is_sent()
    {
        var loose = Flow.Task("client.loose", static (int x) => x) >> Flow.Task("client.looser", static (int x) => x);
        var error = await Assert.ThrowsAsync<FlowDefinitionException>(() => Client.SubmitAsync(loose, 1));
        Assert.Contains("is no [Workflow]", error.Message, StringComparison.Ordinal);
        Assert.Empty(Keys());
    }

    [Theory]
    [InlineData("", null, null, "RunId is empty")]
    [InlineData(null, "", null, "IdempotencyKey is empty")]
    [InlineData("r", "k", null, "Leave one of them out")]
    [InlineData(null, null, 0, "Deadline must be more than zero")]
    public async Task Options_out_of_range_are_refused_before_anything_is_sent(string? runId, string? key, int? deadline, string said)
    {
        var options = new SubmitOptions { RunId = runId, IdempotencyKey = key, Deadline = deadline is { } s ? TimeSpan.FromSeconds(s) : null };
        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() => Client.SubmitAsync(ClientFlows.Double, 1, options));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.Empty(Keys());
    }

    [Fact]
    public async Task An_input_that_is_too_large_is_refused_before_anything_is_sent()
    {
        var error = await Assert.ThrowsAsync<PayloadTooLargeException>(() => Client.SubmitAsync(ClientFlows.Length, new string('x', 300_000)));
        Assert.StartsWith("The payload of the input of client.Length has 300,0", error.Message, StringComparison.Ordinal);
        Assert.Empty(Keys());
    }

    [Fact]
    public async Task Deadline_and_steps_of_the_options_go_with_the_run()
    {
        var run = await Client.SubmitAsync(ClientFlows.Double, 20, new SubmitOptions { Deadline = TimeSpan.FromMinutes(3), MaxSteps = 7, Execution = Execution.Direct });
        var start = Graflow.Logs.RunStartedRecord.Of(run.RunId, await Engine.Store!.ReadAsync(run.RunId, CancellationToken.None));
        Assert.Equal((TimeSpan.FromMinutes(3), 7L, "Direct"), (start.Deadline, start.MaxSteps, start.Execution));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_at_once()
    {
        var error = await Assert.ThrowsAsync<RedisUnavailableException>(() => RedisGraflowClient.ConnectAsync("127.0.0.1:1", options => options.CommandTimeout = TimeSpan.FromSeconds(5)).OrHang());
        Assert.Equal("127.0.0.1:1", error.Server);
    }
}
