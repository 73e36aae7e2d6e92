using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Tests.Fleets;

public abstract partial class FleetCases
{
    [Fact]
    public async Task A_signal_reaches_a_run_whose_bodies_are_elsewhere()
    {
        await using var fleet = await StartAsync();
        await using var driver = fleet.Driver();
        await using var run = await driver.StartAsync(FlowOf(nameof(FleetFlows.Waits)), 5);
        await driver.SignalAsync(run.Id, "number", 7);
        Assert.Equal("<6> <7>", await run.Completion.OrHang());
    }

    [Fact]
    public async Task A_handler_that_no_worker_has_fails_the_task_by_its_rule()
    {
        await using var fleet = await StartAsync();
        await using var driver = fleet.Driver();
        var error = await Assert.ThrowsAsync<FlowDefinitionException>(() => driver.RunAsync(FlowOf(nameof(FleetFlows.Unhandled)), 5).OrHang());
        Assert.Equal("GRF301", error.Id);
        Assert.StartsWith("GRF301: FleetBodies.Unhandled asks for the handler \"missing\", which is not registered; there are direct, docker, process, twice.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(FleetFlows.Misfits))]
    [InlineData(nameof(FleetFlows.MisfitsHere))]
    public async Task Writes_that_do_not_fit_fail_the_task(string name)
    {
        await using var fleet = await StartAsync();
        await using var driver = fleet.Driver();
        var error = await Assert.ThrowsAsync<ChannelTypeException>(() => driver.RunAsync(FlowOf(name), 5).OrHang());
        Assert.Contains("'text'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_writes_that_do_not_fit_none_is_applied_and_what_was_there_stays()
    {
        await using var fleet = await StartAsync();
        await using var driver = fleet.Driver();
        var end = await driver.RunAsync(FlowOf(nameof(FleetFlows.MisfitsTried)), 5).OrHang();
        Assert.StartsWith("Failed ", end, StringComparison.Ordinal);
        Assert.EndsWith(" some", end, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_ends_at_once_whatever_its_workers_do()
    {
        await using var fleet = await StartAsync();
        await using var driver = fleet.Driver();
        await using var run = await driver.StartAsync(FlowOf(nameof(FleetFlows.Deaf)), 5);
        await run.CancelAsync();
        await Assert.ThrowsAsync<RunCancelledException>(() => run.Completion.OrHang());
        Assert.Equal("<7>", await driver.RunAsync(FlowOf(nameof(FleetFlows.One)), 6).OrHang());
    }

    [Fact]
    public async Task A_deadline_ends_a_run_whose_bodies_do_not_end()
    {
        await using var fleet = await StartAsync();
        await using var driver = fleet.Driver();
        await Assert.ThrowsAsync<RunDeadlineException>(() => driver.RunAsync(FlowOf(nameof(FleetFlows.Deaf)), 5, new RunOptions { Deadline = TimeSpan.FromMilliseconds(50) }).OrHang());
        Assert.Equal("<7>", await driver.RunAsync(FlowOf(nameof(FleetFlows.One)), 6).OrHang());
    }

    [Fact]
    public async Task What_a_body_tells_is_in_the_events()
    {
        await using var fleet = await StartAsync();
        await using var driver = fleet.Driver();
        await using var run = await driver.StartAsync(FlowOf(nameof(FleetFlows.Reported)), 5);
        Assert.Equal("<5>", await run.Completion.OrHang());
        var events = new List<RunEvent>();
        await foreach (var happened in run.Events)
        {
            events.Add(happened);
        }

        Assert.Equal(["FleetBodies.Reports", "FleetBodies.Show"], events.OfType<TaskStarted>().Select(static started => started.TaskId));
        Assert.Equal(["FleetBodies.Reports", "FleetBodies.Show"], events.OfType<TaskSucceeded>().Select(static succeeded => succeeded.TaskId));
        Assert.Equal((0.5, "half of 5"), events.OfType<TaskProgressed>().Select(static progressed => (progressed.Fraction, progressed.Text)).Single());
    }

    [Fact]
    public async Task A_run_that_was_suspended_goes_on_in_another_program()
    {
        await using var fleet = await StartAsync();
        var flow = FlowOf(nameof(FleetFlows.Waits));
        var id = $"suspended-{Guid.NewGuid():N}";
        await using (var first = fleet.Driver())
        {
            await using var begun = await first.StartAsync(flow, 5, new RunOptions { RunId = id });
            await foreach (var happened in begun.Events)
            {
                if (happened is TaskSucceeded { TaskId: "FleetBodies.Show" })
                {
                    break;
                }
            }
        }

        await using var second = fleet.Driver();
        await using var run = await second.ResumeAsync(flow, id);
        await second.SignalAsync(id, "number", 8);
        Assert.Equal("<6> <8>", await run.Completion.OrHang());
    }

    [Fact]
    public async Task A_run_that_ended_is_read_and_nothing_runs_again()
    {
        await using var fleet = await StartAsync();
        var id = $"ended-{Guid.NewGuid():N}";
        await using (var first = fleet.Driver())
        {
            Assert.Equal("30 30", await first.RunAsync(FlowOf(nameof(FleetFlows.Counted)), 30, new RunOptions { RunId = id }).OrHang());
        }

        await using var second = fleet.Driver();
        Assert.Equal("30 30", await second.RunAsync(FlowOf(nameof(FleetFlows.Counted)), 30, new RunOptions { RunId = id }).OrHang());
    }

    [Fact]
    public async Task A_retry_begins_with_what_the_tasks_that_stay_left_in_the_channel_as_it_does_with_a_log_of_files()
    {
        var log = Directory.CreateTempSubdirectory("graflow-retry-");
        await using (var here = new WorkflowEngine(o => o.UseFileLog(log.FullName)))
        {
            Assert.Equal("6 5 [2] [5] False 7", await RetryAsync(here));
        }

        log.Delete(recursive: true);
        await using var fleet = await StartAsync();
        await using var driver = fleet.Driver();
        Assert.Equal("6 5 [2] [5] False 7", await RetryAsync(driver));
    }

    private static async Task<string> RetryAsync(WorkflowEngine engine)
    {
        var flow = FlowOf(nameof(FleetFlows.Kept));
        var options = new RunOptions { RunId = $"kept-{Guid.NewGuid():N}", Channel = static channel => channel.Set("placed", 7) };
        await Assert.ThrowsAsync<TaskFailedException>(() => engine.RunAsync(flow, 5, options).OrHang());
        var again = await engine.Runs.RetryAsync(options.RunId, "FleetBodies.ReadsEven", new RunRetryOptions { Input = 6 });
        await using var run = await engine.ResumeAsync(flow, again);
        return await run.Completion.OrHang();
    }

    [Fact]
    public async Task Many_runs_at_once_do_not_mix()
    {
        await using var fleet = await StartAsync();
        await using var driver = fleet.Driver();
        var outputs = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => driver.RunAsync(FlowOf(nameof(FleetFlows.Wide)), i))).OrHang();
        Assert.Equal(Enumerable.Range(0, 40).Select(static i => $"{i + 1} <{i}> {i + 2}"), outputs);
    }
}
