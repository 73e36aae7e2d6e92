using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Engine.Waits;

/// <summary>Answers, clocks and cancels that come at the same moment: one wins, and an answer that lost is refused or kept.</summary>
public sealed class WaitRaceTests
{
    private const int Rounds = 300;

    [Fact]
    public async Task Of_an_answer_and_the_timeout_exactly_one_wins()
    {
        var (answered, expired) = (0, 0);
        for (var i = 0; i < Rounds; i++)
        {
            var clock = new ManualTimeProvider();
            await using var engine = new WorkflowEngine(o => o.TimeProvider = clock);
            await using var run = await engine.StartAsync(Flow.WaitFor<int>("answer", TimeSpan.FromHours(1)).Try() >> Flow.WaitFor<int>("end").Select(static end => end));
            await run.ParksAsync();
            using var start = new Barrier(2);
            var timeout = Task.Run(() => { start.SignalAndWait(); clock.Advance(TimeSpan.FromHours(1)); });
            start.SignalAndWait();
            var isTaken = await TakesAsync(engine, run.Id, 1);
            await timeout;
            await engine.SignalAsync(run.Id, "end", 1);
            await run.Completion.OrHang();
            var events = await Parked.EventsOf(run);
            Assert.Equal(isTaken, events.Contains("answer Succeeded"));
            Assert.Equal(!isTaken, events.Contains("answer Failed"));
            _ = isTaken ? answered++ : expired++;
        }

        Assert.Equal(Rounds, answered + expired);
    }

    [Fact]
    public async Task An_answer_to_a_wait_that_is_cancelled_goes_to_the_next_one()
    {
        for (var i = 0; i < Rounds; i++)
        {
            await using var engine = new WorkflowEngine();
            var race = (Flow.WaitFor<int>("answer") | Flow.WaitFor<int>("stop")).First();
            var flow = race >> (Flow.WaitFor<int>("end") | Flow.WaitFor<int>("answer"));
            await using var run = await engine.StartAsync(flow);
            await run.ParksAsync();
            using var start = new Barrier(2);
            var stop = Task.Run(async () => { start.SignalAndWait(); await engine.SignalAsync(run.Id, "stop", -1); });
            start.SignalAndWait();
            await engine.SignalAsync(run.Id, "answer", 1);
            try
            {
                await stop;
            }
            catch (SignalRefusedException refused)
            {
                Assert.Equal(SignalRefusal.NoWait, refused.Refusal);
            }

            // The race's wait took the first answer, or left it to the second wait.
            await run.ParksAsync();
            var isFree = await TakesAsync(engine, run.Id, 2);
            await engine.SignalAsync(run.Id, "end", 3);
            Assert.Equal((3, isFree ? 2 : 1), await run.Completion.OrHang());
        }
    }

    [Fact]
    public async Task Signals_from_many_threads_are_each_taken_once()
    {
        const int count = 2_000;
        await using var engine = new WorkflowEngine();
        var wait = Flow.Parallel(Enumerable.Range(0, count).Select(static i => Flow.WaitFor<int>("answer").As($"w{i}")));
        await using var run = await engine.StartAsync(wait);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(sender => Task.Run(async () =>
        {
            for (var i = sender; i < count; i += 8)
            {
                await engine.SignalAsync(run.Id, "answer", i);
            }
        })));

        Assert.Equal(Enumerable.Range(0, count), (await run.Completion.OrHang()).Order());
    }

    [Fact]
    public async Task A_cancelled_run_refuses_or_ignores_but_never_hangs()
    {
        for (var i = 0; i < Rounds; i++)
        {
            await using var engine = new WorkflowEngine();
            var run = await engine.StartAsync(Flow.WaitFor<int>("answer") >> Flow.WaitFor<int>("never"));
            var cancel = Task.Run(run.CancelAsync);
            await TakesAsync(engine, run.Id, 1);
            await cancel.OrHang();
            Assert.Equal(RunStatus.Cancelled, run.Status);
            await run.DisposeAsync();
        }
    }

    private static async Task<bool> TakesAsync(WorkflowEngine engine, string run, int value)
    {
        try
        {
            await engine.SignalAsync(run, "answer", value);
            return true;
        }
        catch (SignalRefusedException)
        {
            return false;
        }
    }
}
