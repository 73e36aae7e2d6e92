using Graflow.Fleets;
using Graflow.Runs;
using Xunit;

namespace Graflow.Redis.Tests.Inspection;

public sealed class FleetReasonsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly RunInfo Run = new() { RunId = "r", Workflow = "shop", StartedAt = Noon, LastWriteAt = Noon, DrivenBy = "w1" };
    private static readonly FleetTask Waiting = new("eu/Pay", "Shop.Pay", "gpu") { Attempt = 1 };

    [Fact]
    public void A_run_that_nobody_can_drive_says_what_is_missing()
    {
        var reason = Assert.Single(FleetReasons.Of(Run with { DrivenBy = null }, [], new FleetRun("shop@1") { WaitsSince = Noon }));
        Assert.Equal((RunReasonKind.WaitingForDriver, Noon), (reason.Kind, reason.Since));
        Assert.Equal("Run r waits for a driver since 2026-03-04 12:00:00Z, and no live worker that drives runs knows its flow, shop@1. Start a worker of a program that has the workflow just as it was, or go on with the run here: runs resume r.", reason.Text);
    }

    [Fact]
    public void A_run_that_waits_for_its_turn_says_who_will_take_it() =>
        Assert.Equal(
            "Run r waits for a driver since 2026-03-04 12:00:00Z; w1, w2, w3 and 1 more can drive it and will when there is a place free.",
            Assert.Single(FleetReasons.Of(Run with { DrivenBy = null }, [], new FleetRun("shop@1") { WaitsSince = Noon, Drivers = ["w1", "w2", "w3", "w4"] })).Text);

    [Theory]
    [InlineData("", "", null, "eu/Pay waits in the queue \"gpu\", which no live worker serves. Start one: worker --queues gpu.")]
    [InlineData("w1", "", null, "eu/Pay waits in the queue \"gpu\", and of the workers that serve it (w1) none has the task Shop.Pay. Deploy a build that has it.")]
    [InlineData("w1 w2", "w2", null, "eu/Pay waits in the queue \"gpu\" behind 3 of its kind; w2 will run it when there is a place free.")]
    [InlineData("w1", "w1", "w1", "eu/Pay runs in w1 (delivery 2), whose lease holds until 2026-03-04 12:00:00Z unless it is renewed.")]
    public void A_task_says_where_it_is_and_why(string serving, string knowing, string? worker, string text)
    {
        var task = Waiting with { Serving = Words(serving), Knowing = Words(knowing), Worker = worker, LeaseEnd = Noon, Deliveries = 2, Ahead = 3 };
        var reasons = FleetReasons.Of(Run, [], new FleetRun("shop@1") { DrivenBy = "w1", LeaseEnd = Noon, TaskCount = 1, Tasks = [task] });
        Assert.Equal(["Run r is driven by w1, whose lease holds until 2026-03-04 12:00:00Z unless it is renewed.", text], reasons.Select(static reason => reason.Text));
        Assert.Equal((worker is null ? RunReasonKind.WaitingForWorker : RunReasonKind.Running, "eu/Pay"), (reasons[1].Kind, reasons[1].TaskId));
    }

    [Fact]
    public void Of_many_tasks_those_that_wait_come_first_and_the_rest_is_counted()
    {
        var tasks = Enumerable.Range(0, 30).Select(static i => Waiting with { Path = $"Pay[{i:00}]", Worker = i < 15 ? "w1" : null, LeaseEnd = Noon }).ToList();
        var reasons = FleetReasons.Of(Run, [], new FleetRun("shop@1") { DrivenBy = "w1", LeaseEnd = Noon, TaskCount = 5000, Tasks = tasks });
        Assert.Equal((22, "Pay[15]", "4,980 more tasks of the run are in queues or workers."), (reasons.Count, reasons[1].TaskId, reasons[^1].Text));
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
