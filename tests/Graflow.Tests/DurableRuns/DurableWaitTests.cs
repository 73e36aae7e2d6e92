using Graflow.Engine;
using Graflow.Logs;
using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Graflow.Tests.Engine.Waits;
using Graflow.Tests.Support;
using Graflow.Tests.Workers.Running;
using Xunit;

namespace Graflow.Tests.DurableRuns;

/// <summary>Runs that wait across the ends of their processes. Engines that share a store stand for processes; hours cost nothing.</summary>
public sealed class DurableWaitTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Id = "run";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly Approvals.Answer Yes = new(true, "Ada");
    private static readonly Approvals.Answer No = new(false, "Bob");

    private readonly ManualTimeProvider _clock = new();
    private readonly MemoryRunStore _store;

    public DurableWaitTests() => _store = new MemoryRunStore(_clock);

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_delay_keeps_its_moment_over_a_restart()
    {
        await using (var first = Engine())
        {
            await using var started = await first.StartAsync(Approvals.Written, 7, new() { RunId = Id });
            await started.ParksAsync();
            _clock.Advance(Hour / 2);
        }

        await using var second = Engine();
        await using var run = await second.ResumeAsync(Approvals.Written, Id);
        await run.ParksAsync();
        await second.SignalAsync(Id, "approval", Yes);
        await run.ParksAsync();
        _clock.Advance(Hour / 2 - TimeSpan.FromTicks(1));
        Assert.Equal(RunStatus.Waiting, run.Status);
        _clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal("7 7 Ada said yes", await run.Completion.OrHang());
    }

    [Fact]
    public async Task A_timeout_keeps_its_moment_also_while_nobody_drives_the_run()
    {
        await ParkAsync(Approvals.Asked, 1);
        _clock.Advance(Hour);

        await using var engine = Engine();
        await using var run = await engine.ResumeAsync(Approvals.Asked, Id);

        var error = await Assert.ThrowsAsync<TaskTimeoutException>(() => run.Completion.OrHang());
        Assert.Equal("Approvals.Ask#1/approval was not answered: no signal \"approval\" came within 01:00:00.", error.Message);
        await using var reader = Engine();
        await using var again = await reader.ResumeAsync(Approvals.Asked, Id);
        Assert.Equal(error.Message, (await Assert.ThrowsAsync<TaskTimeoutException>(() => again.Completion.OrHang())).Message);
    }

    [Fact]
    public async Task Of_two_people_the_late_one_is_left_out()
    {
        await ParkAsync(Approvals.Both, 1);
        await using (var engine = Engine())
        {
            await using var resumed = await engine.ResumeAsync(Approvals.Both, Id);
            await resumed.ParksAsync();
            _clock.Advance(Hour);
            await resumed.ParksAsync();
        }

        await using var last = Engine();
        await last.SignalAsync(Id, "first", Yes);
        await using var run = await last.ResumeAsync(Approvals.Both, Id);
        Assert.Equal("Ada said yes; second was not answered: no signal \"second\" came within 01:00:00.", await run.Completion.OrHang());
    }

    [Fact]
    public async Task An_answer_to_a_run_that_nobody_drives_is_there_when_somebody_does()
    {
        await ParkAsync(Approvals.Asked, 1);
        await using (var sender = Engine())
        {
            await sender.SignalAsync(Id, "approval", Yes);
        }

        await using var engine = Engine();
        Assert.Equal(Id, Assert.Single(await engine.ResumeAllAsync()).RunId);
        await using var run = await engine.ResumeAsync(Approvals.Asked, Id);
        Assert.Equal("report: Ada said yes", await run.Completion.OrHang());
    }

    [Fact]
    public async Task An_answer_that_was_there_at_the_resume_wins_over_a_timeout_that_passed_meanwhile()
    {
        await ParkAsync(Approvals.Asked, 1);
        await using var engine = Engine();
        await engine.SignalAsync(Id, "approval", Yes);
        _clock.Advance(2 * Hour);
        await using var run = await engine.ResumeAsync(Approvals.Asked, Id);
        Assert.Equal("report: Ada said yes", await run.Completion.OrHang());
    }

    [Fact]
    public async Task An_answer_from_another_engine_reaches_the_run_while_it_is_driven()
    {
        await using var driver = Engine();
        await using var run = await driver.StartAsync(Approvals.Twice, 1, new() { RunId = Id });
        await run.ParksAsync();
        await using var sender = Engine();

        await sender.SignalAsync(Id, "approval", No);
        await sender.SignalAsync(Id, "approval", Yes);

        Assert.Equal("Ada said yes", await run.Completion.OrHang());
        Assert.Equal(2, (await Parked.EventsOf(run)).Count(static text => text == "signal approval"));
    }

    [Fact]
    public async Task A_cancel_from_another_engine_ends_the_run()
    {
        await using var driver = Engine();
        await using var run = await driver.StartAsync(Approvals.Twice, 1, new() { RunId = Id });
        await run.ParksAsync();

        await _store.PostAsync(Id, RunMail.OfCancel("Bob called."), default);

        Assert.Equal("Bob called.", (await Assert.ThrowsAsync<RunCancelledException>(() => run.Completion.OrHang())).Reason);
    }

    [Fact]
    public async Task Each_beginning_of_a_journal_leads_to_the_same_end_with_the_signals_that_it_lacks()
    {
        var whole = new MemoryRunStore(_clock);
        await using (var engine = Engine(whole))
        {
            await using var run = await engine.StartAsync(Approvals.Twice, 1, new() { RunId = Id });
            await engine.SignalAsync(Id, "approval", No);
            await engine.SignalAsync(Id, "approval", Yes);
            Assert.Equal("Ada said yes", await run.Completion.OrHang());
        }

        var records = (await whole.ReadAsync(Id, default)).Records;
        for (var count = 1; count <= records.Count; count++)
        {
            var prefix = records.Take(count).ToArray();
            var received = prefix.Count(static record => new RecordReader(record).Kind == RecordKind.SignalReceived);
            await using var engine = Engine(await CrashSweep<int, string>.StoreOf(prefix));
            await using var run = await engine.ResumeAsync(Approvals.Twice, Id);
            foreach (var answer in new[] { No, Yes }.Skip(received))
            {
                await engine.SignalAsync(Id, "approval", answer);
            }

            Assert.Equal($"{count}: Ada said yes", $"{count}: {await run.Completion.OrHang()}");
        }
    }

    [Fact]
    public async Task A_process_that_dies_while_its_run_waits_loses_nothing()
    {
        await using var first = Engine();
        await using var started = await first.StartAsync(Approvals.Written, 7, new() { RunId = Id });
        await started.ParksAsync();
        _clock.Advance(Hour / 4);
        var crashed = await CrashSweep<int, string>.StoreOf((await _store.ReadAsync(Id, default)).Records);

        await using var second = Engine(crashed);
        await using var run = await second.ResumeAsync(Approvals.Written, Id);
        await run.ParksAsync();
        await second.SignalAsync(Id, "approval", Yes);
        await run.ParksAsync();
        _clock.Advance(3 * Hour / 4);
        Assert.Equal("7 7 Ada said yes", await run.Completion.OrHang());
    }

    [Fact]
    public async Task A_mail_that_was_read_before_the_crash_counts_once()
    {
        await ParkAsync(Approvals.Twice, 1);
        var signal = new Signal<Approvals.Answer>("the only one", "approval", null, No);
        var mail = RunMail.Of(signal);
        await _store.PostAsync(Id, mail, default);
        await ParkAsync(Approvals.Twice, 1);
        await _store.PostAsync(Id, mail, default);

        await using var engine = Engine();
        await using var run = await engine.ResumeAsync(Approvals.Twice, Id);
        await run.ParksAsync();
        Assert.Equal(RunStatus.Waiting, run.Status);
        await engine.SignalAsync(Id, "approval", Yes);
        Assert.Equal("Ada said yes", await run.Completion.OrHang());
    }

    [Fact]
    public async Task A_body_in_a_child_process_waits_over_a_restart()
    {
        await using (var first = Children.Engine(o => o.RunStore = (_, _) => _store))
        {
            await using var started = await first.StartAsync(Approvals.Asked, 1, Children.One with { RunId = Id });
            await started.ParksAsync();
        }

        await using var second = Children.Engine(o => o.RunStore = (_, _) => _store);
        await using var run = await second.ResumeAsync(Approvals.Asked, Id);
        await second.SignalAsync(Id, "approval", Yes);
        Assert.Equal("report: Ada said yes", await run.Completion.OrHang());
    }

    [Fact]
    public async Task A_sender_elsewhere_is_told_what_cannot_be()
    {
        await ParkAsync(Approvals.Both, 1);
        await using var sender = Engine();
        await Assert.ThrowsAsync<RunNotFoundException>(() => sender.SignalAsync("nobody", "first", Yes));
        Assert.Equal(SignalRefusal.WrongType, (await Assert.ThrowsAsync<SignalRefusedException>(() => sender.SignalAsync(Id, "first", "yes"))).Refusal);
        Assert.EndsWith("it has no wait of that name and key; a wait's key is its path, unless WaitFor was given one.", (await Assert.ThrowsAsync<SignalRefusedException>(() => sender.SignalAsync(Id, "first", Yes, "elsewhere"))).Message, StringComparison.Ordinal);
        Assert.EndsWith("did you mean \"first\"?", (await Assert.ThrowsAsync<SignalRefusedException>(() => sender.SignalAsync(Id, "frist", Yes))).Message, StringComparison.Ordinal);
        await using (var driver = Engine())
        {
            await using var run = await driver.ResumeAsync(Approvals.Both, Id);
            await driver.SignalAsync(Id, "first", Yes);
            Assert.Equal(SignalRefusal.NoWait, (await Assert.ThrowsAsync<SignalRefusedException>(() => sender.SignalAsync(Id, "first", No))).Refusal);
            await driver.SignalAsync(Id, "second", No);
            Assert.Equal("Ada said yes; Bob said no", await run.Completion.OrHang());
        }

        Assert.Equal(SignalRefusal.NoRun, (await Assert.ThrowsAsync<SignalRefusedException>(() => sender.SignalAsync(Id, "first", Yes))).Refusal);
    }

    [Fact]
    public async Task A_second_answer_is_refused_after_a_restart_too()
    {
        await ParkAsync(Approvals.Both, 1);
        await using (var first = Engine())
        {
            await using var resumed = await first.ResumeAsync(Approvals.Both, Id);
            await first.SignalAsync(Id, "first", Yes);
            await resumed.ParksAsync();
        }

        await using var engine = Engine();
        await using var run = await engine.ResumeAsync(Approvals.Both, Id);
        await run.ParksAsync();
        var error = await Assert.ThrowsAsync<SignalRefusedException>(() => engine.SignalAsync(Id, "first", No));
        Assert.EndsWith("its wait was answered already, and no later one can come.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_without_a_codec_is_refused_before_anything_is_stored()
    {
        await ParkAsync(Approvals.Both, 1);
        await using var engine = Engine();
        await using var run = await engine.ResumeAsync(Approvals.Both, Id);
        await Assert.ThrowsAnyAsync<GraflowException>(() => engine.SignalAsync(Id, "first", new { Text = "anonymous" }));
        await engine.SignalAsync(Id, "first", Yes);
        await engine.SignalAsync(Id, "second", No);
        Assert.Equal("Ada said yes; Bob said no", await run.Completion.OrHang());
    }

    [Fact]
    public void Mails_come_back_as_they_were_and_others_are_refused()
    {
        var signal = RunMail.Read(RunMail.Of(new Signal<Approvals.Answer>("id", "approval", "key", Yes))).Signal!;
        Assert.Equal(("id", "approval", "key", Yes), (signal.Id, signal.Name, signal.Key, signal.Read<Approvals.Answer>()));
        Assert.True(signal.Fits<Approvals.Answer>());
        Assert.Null(RunMail.Read(RunMail.Of(new Signal<int>("id", "n", null, 1))).Signal!.Key);
        Assert.Equal("why", RunMail.Read(RunMail.OfCancel("why")).Reason);
        Assert.Contains("the kind 9", Assert.Throws<PayloadException>(() => RunMail.Read(new byte[] { 9, 0 })).Message, StringComparison.Ordinal);
        Assert.Throws<PayloadException>(() => RunMail.Read(RunMail.OfCancel("why").AsMemory()[..3]));
    }

    private async Task ParkAsync(Flow<int, string> flow, int input)
    {
        await using var engine = Engine();
        await using var run = await engine.StartAsync(flow, input, new() { RunId = Id });
        await run.ParksAsync();
    }

    private WorkflowEngine Engine(MemoryRunStore? store = null) => new(o =>
    {
        o.TimeProvider = _clock;
        o.RunStore = (_, _) => store ?? _store;
    });
}
