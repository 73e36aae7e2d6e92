using Graflow.Redis.Tests.Support;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Redis.Tests.Clients;

/// <summary>What operators do with runs, on runs in Redis.</summary>
public sealed class ClientRunsTests(RedisServer server) : ClientTest(server)
{
    [Fact]
    public async Task Runs_are_listed_found_and_told()
    {
        var run = await Client.SubmitAsync(ClientFlows.Double, 7);
        var waiting = Assert.Single(await Client.Runs.ListAsync());
        Assert.Equal((run.RunId, "client.Double", RunStatus.Suspended, null), (waiting.RunId, waiting.Workflow, waiting.Status, waiting.DrivenBy));
        await DriveAsync(ClientFlows.Double, run.RunId);
        var ended = await Client.Runs.FindAsync(run.RunId);
        Assert.Equal(RunStatus.Succeeded, ended!.Status);
        Assert.Null(await Client.Runs.FindAsync("other"));
        var events = await Client.Runs.EventsAsync(run.RunId);
        Assert.Equal(["client.double", "client.more"], events.OfType<TaskSucceeded>().Select(static task => task.TaskId));
        await Assert.ThrowsAsync<RunNotFoundException>(() => Client.Runs.EventsAsync("other"));
    }

    [Fact]
    public async Task Of_a_run_that_has_ended_the_list_reads_two_records()
    {
        var failed = await Client.SubmitAsync(ClientFlows.Fails, 7);
        await DriveAsync(ClientFlows.Fails, failed.RunId);
        var before = CallsOf("xrange");
        var run = Assert.Single(await Client.Runs.ListAsync());
        Assert.Equal((RunStatus.Failed, "client.throw failed: 7 is too much.", "client.Fails"), (run.Status, run.Error, run.Workflow));
        Assert.NotNull(run.EndedAt);
        Assert.Equal(2, (await Engine.Fleet!.ReadEndsAsync(failed.RunId, CancellationToken.None)).Records.Count);
        Assert.Equal(2, CallsOf("xrange") - before);
    }

    [Fact]
    public async Task A_run_that_has_ended_is_deleted_with_all_its_keys()
    {
        var run = await Client.SubmitAsync(ClientFlows.Double, 7);
        await Assert.ThrowsAsync<RunStateException>(() => Client.Runs.DeleteAsync(run.RunId));
        await DriveAsync(ClientFlows.Double, run.RunId);
        await Client.Runs.DeleteAsync(run.RunId);
        Assert.DoesNotContain(Keys(), key => key.Contains(run.RunId, StringComparison.Ordinal));
        await Assert.ThrowsAsync<RunNotFoundException>(() => Client.Runs.DeleteAsync(run.RunId));
    }

    [Fact]
    public async Task A_run_that_failed_is_retried_as_a_new_one()
    {
        var run = await Client.SubmitAsync(ClientFlows.Fails, 7);
        await DriveAsync(ClientFlows.Fails, run.RunId);
        var again = await Client.Runs.RetryAsync(run.RunId, "client.throw");
        Assert.Equal(run.RunId, (await Client.Runs.FindAsync(again))!.Origin);
        await DriveAsync(ClientFlows.Fails, again);
        var events = await Client.Runs.EventsAsync(again);
        Assert.Equal(["client.first"], events.OfType<TaskSucceeded>().Select(static task => task.TaskId));
        await Assert.ThrowsAsync<TaskFailedException>(async () => await (await Client.AttachAsync(ClientFlows.Fails, again)).WaitAsync().OrHang());
    }

    [Fact]
    public async Task A_retry_from_beside_what_failed_runs_that_again_too()
    {
        ClientFlows.IsMended = false;
        var run = await Client.SubmitAsync(ClientFlows.Beside, 7);
        await DriveAsync(ClientFlows.Beside, run.RunId);
        ClientFlows.IsMended = true;
        var again = await Client.Runs.RetryAsync(run.RunId, "client.sound", new RunRetryOptions { Input = 8 });
        await DriveAsync(ClientFlows.Beside, again);
        Assert.Equal(87, await (await Client.AttachAsync(ClientFlows.Beside, again)).WaitAsync().OrHang());
    }

    [Fact]
    public async Task A_wait_is_answered_by_whoever_learns_its_type_from_the_run()
    {
        var run = await Client.SubmitAsync(ClientFlows.Approved, 7);
        await Client.Runs.AnswerAsync(run.RunId, "approval", static type => type == typeof(string) ? "fine" : throw new InvalidOperationException(type.Name));
        await DriveAsync(ClientFlows.Approved, run.RunId);
        Assert.Equal("fine!", await run.WaitAsync().OrHang());
        await Assert.ThrowsAsync<SignalRefusedException>(() => Client.Runs.AnswerAsync(run.RunId, "approval", static _ => ""));
    }

    [Fact]
    public async Task A_run_that_waits_says_what_for()
    {
        var run = await Client.SubmitAsync(ClientFlows.Approved, 7);
        await using var driven = await Engine.ResumeAsync(ClientFlows.Approved, run.RunId);
        await driven.Events.FirstAsync(static happened => happened is WaitStarted).AsTask().OrHang();

        var why = await Client.Runs.ExplainAsync(run.RunId);
        Assert.Contains(RunReasonKind.WaitingForSignal, why.Reasons.Select(static reason => reason.Kind));
        await run.CancelAsync();
    }
}
