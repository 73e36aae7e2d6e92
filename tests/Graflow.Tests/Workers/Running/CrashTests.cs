using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Tests.Workers.Running;

/// <summary>A child that ends while it runs a body costs a delivery; everything else in it goes on elsewhere as if nothing had happened.</summary>
public sealed class CrashTests : IAsyncLifetime
{
    private readonly WorkflowEngine _engine = Children.Engine();
    private readonly string _file = Path.GetTempFileName();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        File.Delete(_file);
        return _engine.DisposeAsync().AsTask();
    }

    [Theory]
    [InlineData(Crash.Exit, "exited with code 7")]
    [InlineData(Crash.Kill, "was ended by SIGKILL")]
    [InlineData(Crash.FailFast, "was ended by SIGABRT")]
    [InlineData(Crash.StackOverflow, "was ended by SIGABRT")]
    public async Task The_attempt_goes_to_another_child(Crash crash, string end)
    {
        await using var run = await _engine.StartAsync(Crashes.Tasks.Run, new CrashOrder(crash, _file, Times: 1), Children.One);

        Assert.Equal(2, await run.Completion.OrHang());
        var told = await TakeAsync(run);
        var redelivered = Assert.Single(told.OfType<TaskRedelivered>());
        Assert.Equal(("Crashes.Run", 2), (redelivered.TaskId, redelivered.Delivery));
        Assert.Contains(end, redelivered.Reason, StringComparison.Ordinal);
        Assert.Single(told.OfType<TaskStarted>());
    }

    [Fact]
    public async Task After_three_deliveries_the_task_fails_with_the_exit_code_and_the_last_words()
    {
        var crashed = await Assert.ThrowsAsync<WorkerCrashedException>(
            () => _engine.RunAsync(Crashes.Tasks.RunRetried, new CrashOrder(Crash.Exit, _file, Times: 99), Children.One).OrHang());

        Assert.Equal(("Crashes.RunRetried", 3, 7, null), (crashed.TaskId, crashed.Deliveries, crashed.ExitCode, crashed.Signal));
        Assert.Equal(["last words of delivery 3"], crashed.ErrorLines);
        Assert.Contains("exited with code 7", crashed.Message, StringComparison.Ordinal);
        Assert.Equal(3, File.ReadAllLines(_file).Length);
    }

    [Fact]
    public async Task The_signal_is_told_by_its_name()
    {
        var crashed = await Assert.ThrowsAsync<WorkerCrashedException>(
            () => _engine.RunAsync(Crashes.Tasks.Run, new CrashOrder(Crash.Kill, _file, Times: 99), Children.One).OrHang());

        Assert.Equal((null, "SIGKILL"), (crashed.ExitCode, crashed.Signal));
    }

    [Fact]
    public async Task Another_limit_of_deliveries_is_kept()
    {
        await using var engine = Children.Engine(static o => o.Workers.MaxDeliveries = 1);

        var crashed = await Assert.ThrowsAsync<WorkerCrashedException>(
            () => engine.RunAsync(Crashes.Tasks.Run, new CrashOrder(Crash.Exit, _file, Times: 99), Children.One).OrHang());

        Assert.Equal(1, crashed.Deliveries);
        Assert.Single(File.ReadAllLines(_file));
    }

    [Fact]
    public async Task Calls_that_waited_behind_the_crash_lost_nothing()
    {
        // Many short bodies, so that calls are sent ahead; the one in the middle takes its child with it.
        var orders = Enumerable.Range(0, 400).Select(i => i == 200 ? new CrashOrder(Crash.Exit, _file, Times: 1) : new CrashOrder(Crash.Exit, "/dev/null", Times: -1)).ToArray();
        await using var run = await _engine.StartAsync(Crashes.Tasks.Run.ForEach(), orders, Children.One);

        var deliveries = await run.Completion.OrHang();

        Assert.Equal([2], deliveries.Where(static count => count > 0));
        Assert.Equal("Crashes.Run[200]", Assert.Single((await TakeAsync(run)).OfType<TaskRedelivered>()).TaskId);
    }

    [Fact]
    public async Task The_pool_is_full_again_after_crashes()
    {
        for (var i = 0; i < 3; i++)
        {
            File.WriteAllText(_file, "");
            Assert.Equal(2, await _engine.RunAsync(Crashes.Tasks.Run, new CrashOrder(Crash.Exit, _file, Times: 1), Children.Two).OrHang());
        }

        await using var run = await _engine.StartAsync(Flow.Parallel(Enumerable.Range(0, 2).Select(static i => Bodies.Tasks.WaitForToken.As($"w{i}"))), 0, Children.Two);
        await Children.BegunAsync(run, times: 2);
    }

    private static async Task<List<RunEvent>> TakeAsync<TOut>(Run<TOut> run)
    {
        var told = new List<RunEvent>();
        await foreach (var next in run.Events)
        {
            told.Add(next);
        }

        return told;
    }
}
