using Graflow.Redis.Tests.Support;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Redis.Tests.Clients;

public sealed class SubmittedRunTests(RedisServer server) : ClientTest(server)
{
    [Fact]
    public async Task A_failure_comes_as_the_engine_that_drove_the_run_would_throw_it()
    {
        var run = await Client.SubmitAsync(ClientFlows.Fails, 7);
        await DriveAsync(ClientFlows.Fails, run.RunId);
        var failed = await Assert.ThrowsAsync<TaskFailedException>(() => run.WaitAsync().OrHang());
        Assert.Equal(("client.throw", "System.InvalidOperationException", "7 is too much."), (failed.TaskId, failed.Failure.ErrorType, failed.Failure.Message));
    }

    [Fact]
    public async Task A_run_that_nobody_drives_is_cancelled_at_once()
    {
        var run = await Client.SubmitAsync(ClientFlows.Double, 7);
        var waiting = run.WaitAsync();
        Assert.True(await run.CancelAsync("no longer needed"));
        var cancelled = await Assert.ThrowsAsync<RunCancelledException>(() => waiting.OrHang());
        Assert.Equal((run.RunId, "no longer needed"), (cancelled.RunId, cancelled.Reason));
        await Assert.ThrowsAsync<RunStateException>(() => run.CancelAsync());
    }

    [Fact]
    public async Task A_run_that_another_process_drives_is_told_to_end()
    {
        var run = await Client.SubmitAsync(ClientFlows.Approved, 7);
        await using var driven = await Engine.ResumeAsync(ClientFlows.Approved, run.RunId);
        Assert.False(await run.CancelAsync("enough"));
        var cancelled = await Assert.ThrowsAsync<RunCancelledException>(() => run.WaitAsync().OrHang());
        Assert.Equal("enough", cancelled.Reason);
        await Assert.ThrowsAsync<RunCancelledException>(() => driven.Completion.OrHang());
    }

    [Fact]
    public async Task A_signal_reaches_the_run_wherever_it_is_driven()
    {
        var run = await Client.SubmitAsync(ClientFlows.Approved, 7);
        var wrong = await Assert.ThrowsAsync<SignalRefusedException>(() => run.SignalAsync("aproval", "yes"));
        Assert.Equal(run.RunId, wrong.RunId);
        await using var driven = await Engine.ResumeAsync(ClientFlows.Approved, run.RunId);
        await run.SignalAsync("approval", "yes");
        Assert.Equal("yes!", await run.WaitAsync().OrHang());
    }

    [Fact]
    public async Task Whoever_waits_can_stop_waiting_and_the_run_goes_on()
    {
        var run = await Client.SubmitAsync(ClientFlows.Double, 7);
        using var stop = new CancellationTokenSource();
        var waiting = run.WaitAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.OrHang());
        await DriveAsync(ClientFlows.Double, run.RunId);
        Assert.Equal(15, await run.WaitAsync().OrHang());
    }

    [Fact]
    public async Task A_run_that_is_deleted_while_somebody_waits_is_no_wait_for_ever()
    {
        var run = await Client.SubmitAsync(ClientFlows.Double, 7);
        var waiting = run.WaitAsync();
        foreach (var key in Keys())
        {
            Raw.KeyDelete(Cell.Key(key));
        }

        var gone = await Assert.ThrowsAsync<RunNotFoundException>(() => waiting.OrHang());
        Assert.Equal(run.RunId, gone.RunId);
    }

    [Fact]
    public async Task Whoever_waits_goes_on_waiting_when_the_server_comes_back()
    {
        using var server = new RedisServer("--appendonly yes", "--appendfsync always");
        await using var client = await RedisGraflowClient.ConnectAsync(server.Address);
        var run = await client.SubmitAsync(ClientFlows.Double, 7);
        var waiting = run.WaitAsync();
        server.Kill();
        server.Start();
        await using var engine = new WorkflowEngine(options => options.UseRedis(server.Address));
        await using var driven = await engine.ResumeAsync(ClientFlows.Double, run.RunId).OrHang();
        Assert.Equal(15, await driven.Completion.OrHang());
        Assert.Equal(15, await waiting.OrHang());
    }

    [Fact]
    public async Task A_run_is_attached_to_by_its_id()
    {
        var run = await Client.SubmitAsync(ClientFlows.Double, 7);
        var attached = await Client.AttachAsync(ClientFlows.Double, run.RunId);
        Assert.Equal((run.RunId, false), (attached.RunId, attached.IsNew));
        await DriveAsync(ClientFlows.Double, run.RunId);
        Assert.Equal(15, await attached.WaitAsync().OrHang());
        await Assert.ThrowsAsync<RunConflictException>(() => Client.AttachAsync(ClientFlows.Triple, run.RunId));
        await Assert.ThrowsAsync<RunNotFoundException>(() => Client.AttachAsync(ClientFlows.Double, "other"));
    }

    [Fact]
    public async Task A_run_of_the_workflow_as_it_was_is_not_the_one_of_today()
    {
        var run = await Client.SubmitAsync(ClientFlows.Double, 7, new SubmitOptions { RunId = "r" });
        var text = await Engine.Store!.ReadAsync(run.RunId, CancellationToken.None);
        var before = Graflow.Logs.RunStartedRecord.Of("r", text);
        var other = before with { RunId = "old", PackedStructure = ClientFlows.StructureOf(ClientFlows.Triple).Packed };
        await using (var journal = await Engine.Store!.TryCreateAsync("old", CancellationToken.None))
        {
            using var record = Graflow.Logs.RecordWriter.Begin(Graflow.Logs.RecordKind.RunStarted, TimeSpan.Zero);
            other.Write(record);
            await journal!.CommitAsync(journal.Append(record.Written), CancellationToken.None);
        }

        var changed = await Assert.ThrowsAsync<FlowChangedException>(() => Client.AttachAsync(ClientFlows.Double, "old"));
        Assert.Contains("task removed: client.triple", changed.Changes);
    }

    [Fact]
    public async Task An_end_whose_message_was_lost_is_seen_all_the_same()
    {
        var run = await Client.SubmitAsync(ClientFlows.Double, 7);
        await DriveAsync(ClientFlows.Double, run.RunId);
        await using var late = await ConnectClientAsync();
        Assert.Equal(15, await (await late.AttachAsync(ClientFlows.Double, run.RunId)).WaitAsync().OrHang());
    }
}
