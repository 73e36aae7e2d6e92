using System.Diagnostics;
using Graflow.Containers.Tests.Support;
using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Graflow.Tests.Engine.Waits;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Containers.Tests.Running;

public sealed class FailureTests
{
    private const long Limit = 64 << 20;

    [Fact]
    public async Task Too_much_memory_fails_the_task_and_may_be_retried()
    {
        await using var engine = Engines.With(Engines.Options with { Memory = Limit });
        var retried = Inside.Tasks.Fill.InDocker().With(o => o.Retry = new RetryOptions { MaxAttempts = 2, On = [typeof(ContainerOutOfMemoryException).FullName!] });
        await using var run = await engine.StartAsync(retried, 4 * Limit);

        var error = await Assert.ThrowsAsync<ContainerOutOfMemoryException>(() => run.Completion.OrHang());

        Assert.Equal(Limit, error.Limit);
        var events = await run.Events.ToListAsync();
        Assert.Equal(2, events.OfType<TaskStarted>().Count());
        Assert.Empty(events.OfType<TaskRedelivered>());
    }

    [Fact]
    public async Task The_next_task_has_a_new_container_after_that()
    {
        await using var engine = Engines.With(Engines.Options with { Memory = Limit, Containers = 1 });
        await Assert.ThrowsAsync<ContainerOutOfMemoryException>(() => engine.RunAsync(Inside.Tasks.Fill.InDocker(), 4 * Limit).OrHang());
        Assert.Equal(1 << 20, await engine.RunAsync(Inside.Tasks.Fill.InDocker(), 1 << 20).OrHang());
    }

    [Fact]
    public async Task A_crash_is_delivered_again_until_it_is_enough()
    {
        await using var engine = Engines.With();
        await using var run = await engine.StartAsync(Inside.Tasks.Crash.InDocker(), 7);

        var crash = await Assert.ThrowsAsync<WorkerCrashedException>(() => run.Completion.OrHang());

        Assert.Equal((3, 7), (crash.Deliveries, crash.ExitCode));
        Assert.Contains("last words", crash.Message, StringComparison.Ordinal);
        Assert.Equal([2, 3], (await run.Events.ToListAsync()).OfType<TaskRedelivered>().Select(told => told.Delivery));
    }

    [Fact]
    public async Task A_cancelled_body_is_killed_with_its_container()
    {
        await using var engine = Engines.With();
        await using var run = await engine.StartAsync(Inside.Tasks.Spin.InDocker());
        var container = await Engines.BegunAsync(run);

        await run.CancelAsync();

        await Assert.ThrowsAsync<RunCancelledException>(() => run.Completion.OrHang());
        await Engines.GoneAsync(container);
    }

    [Fact]
    public async Task A_body_that_takes_too_long_is_killed_with_its_container()
    {
        // Its clock stands still while the container starts, however long that takes.
        var clock = new ManualTimeProvider();
        await using var engine = Engines.With(configure: o => o.TimeProvider = clock);
        await using var run = await engine.StartAsync(Inside.Tasks.Spin.InDocker().With(o => o.Timeout = TimeSpan.FromSeconds(3)));
        var container = await Engines.BegunAsync(run);

        clock.Advance(TimeSpan.FromSeconds(3));
        await Assert.ThrowsAsync<TaskTimeoutException>(() => run.Completion.OrHang());
        await Parked.UntilAsync(() => clock.IsArmedFor(TimeSpan.FromSeconds(1)));
        clock.Advance(TimeSpan.FromSeconds(1));

        await Engines.GoneAsync(container);
    }

    [Fact]
    public async Task A_killed_parent_leaves_nothing()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Graflow.TestProgram.dll")]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment["GRAFLOW_TEST_SPIN_IN"] = TestEngine.Runtime;
        using var parent = Process.Start(start)!;
        var line = await parent.StandardOutput.ReadLineAsync().OrHang();
        Assert.StartsWith("begun ", line, StringComparison.Ordinal);

        parent.Kill(entireProcessTree: false);

        await Engines.GoneAsync(line!["begun ".Length..]);
    }

    [Fact]
    public async Task A_missing_image_fails_the_task()
    {
        await using var engine = Engines.With(Engines.Options with { Image = "localhost/graflow-test/nowhere:1" });
        var error = await Assert.ThrowsAsync<ContainerImageMissingException>(() => engine.RunAsync(Inside.Tasks.Host.InDocker()).OrHang());
        Assert.Equal("localhost/graflow-test/nowhere:1", error.Image);
    }

    [Fact]
    public async Task A_missing_engine_fails_the_task()
    {
        await using var engine = Engines.With(Engines.Options with { Engine = "/nowhere/docker" });
        var error = await Assert.ThrowsAsync<ContainerEngineNotFoundException>(() => engine.RunAsync(Inside.Tasks.Host.InDocker()).OrHang());
        Assert.Equal("/nowhere/docker", error.Engine);
    }

    [Fact]
    public async Task What_the_engine_refuses_fails_the_task()
    {
        await using var engine = Engines.With(Engines.Options with { Network = "nowhere" });
        var error = await Assert.ThrowsAsync<ContainerStartException>(() => engine.RunAsync(Inside.Tasks.Host.InDocker()).OrHang());
        Assert.Contains("network nowhere not found", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_cannot_run_in_the_image_says_so_with_its_last_lines()
    {
        await using var engine = Engines.With(Engines.Options with { Image = TestEngine.Busybox, Command = ["/bin/sh", "-c", "echo no runtime >&2; exit 5"] }, static o => o.TimeProvider = new ManualTimeProvider());
        var error = await Assert.ThrowsAsync<WorkerStartException>(() => engine.RunAsync(Inside.Tasks.Host.InDocker()).OrHang());
        Assert.Contains("exited with code 5 before it was ready for tasks", error.Message, StringComparison.Ordinal);
        Assert.Contains("no runtime", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_never_serves_is_killed()
    {
        var options = Engines.Options with { Image = TestEngine.Busybox, Command = ["/bin/sh", "-c", "echo idle; sleep 1000"] };
        await using var engine = Engines.With(options, o => o.Workers.StartTimeout = TimeSpan.FromSeconds(5));
        var error = await Assert.ThrowsAsync<WorkerStartException>(() => engine.RunAsync(Inside.Tasks.Host.InDocker()).OrHang());
        Assert.Contains("said nothing in time before it was ready for tasks", error.Message, StringComparison.Ordinal);
    }
}
