using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Graflow.Tests.Engine.Waits;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Workers.Running;

/// <summary>A cancelled body is told by its token; one that does not listen is killed with everything that it started.</summary>
public sealed class CancellationTests
{
    [Fact]
    public async Task A_body_that_listens_ends_and_its_child_stays()
    {
        await using var engine = Children.Engine();
        await using var run = await engine.StartAsync(Bodies.Tasks.WaitForToken, 1, Children.One);
        var process = (await Children.BegunAsync(run))[0];

        await run.CancelAsync().OrHang();

        Assert.Equal(process, await engine.RunAsync(Bodies.Tasks.ProcessId, Children.One).OrHang());
        Assert.Equal(RunStatus.Cancelled, run.Status);
    }

    [Fact]
    public async Task A_deaf_body_is_killed_with_what_it_started_and_the_pool_goes_on()
    {
        await using var engine = Children.Engine(static o => o.Workers.KillAfter = TimeSpan.FromMilliseconds(100));
        await using var run = await engine.StartAsync(Bodies.Tasks.SpinWithChild, "", Children.One);
        var begun = await Children.BegunAsync(run);

        await run.CancelAsync().OrHang();

        Assert.Equal(2, begun.Length);
        await Children.GoneAsync(begun[0]);
        await Children.GoneAsync(begun[1]);
        Assert.DoesNotContain(await engine.RunAsync(Bodies.Tasks.ProcessId, Children.One).OrHang(), begun);
    }

    [Fact]
    public async Task A_deaf_body_has_its_grace()
    {
        var clock = new ManualTimeProvider();
        await using var engine = Children.Engine(o => o.TimeProvider = clock);
        await using var run = await engine.StartAsync(Bodies.Tasks.Spin, "", Children.One);
        var process = (await Children.BegunAsync(run))[0];

        await run.CancelAsync().OrHang();
        await Parked.UntilAsync(() => clock.IsArmedFor(TimeSpan.FromSeconds(1)));
        clock.Advance(TimeSpan.FromSeconds(0.9));
        using var child = System.Diagnostics.Process.GetProcessById(process);
        Assert.False(child.HasExited);
        clock.Advance(TimeSpan.FromSeconds(0.2));
        await child.WaitForExitAsync().OrHang();
    }

    [Fact]
    public async Task A_timeout_kills_too_and_is_a_failure_of_the_task()
    {
        var clock = new ManualTimeProvider();
        await using var engine = Children.Engine(o => o.TimeProvider = clock);
        await using var run = await engine.StartAsync(Bodies.Tasks.SpinWithChild.With(static o => o.Timeout = TimeSpan.FromSeconds(5)), "", Children.One);
        var begun = await Children.BegunAsync(run);

        // Less than what makes the pool think that the child has died: it would start another one.
        clock.Advance(TimeSpan.FromSeconds(5));
        var late = await Assert.ThrowsAsync<TaskTimeoutException>(() => run.Completion.OrHang());

        Assert.Equal("Bodies.SpinWithChild", late.TaskId);
        await Children.WhileTimePassesAsync(clock, Children.GoneAsync(begun[0]));
        await Children.GoneAsync(begun[1]);
        Assert.NotEqual(begun[0], await engine.RunAsync(Bodies.Tasks.ProcessId, Children.One).OrHang());
    }

    [Fact]
    public async Task The_clock_of_a_timeout_starts_when_a_child_is_free()
    {
        var clock = new ManualTimeProvider();
        await using var engine = Children.Engine(o => o.TimeProvider = clock);
        await using var first = await engine.StartAsync(Bodies.Tasks.WaitForToken, 1, Children.One);
        await Children.BegunAsync(first);
        var second = engine.RunAsync(Bodies.Tasks.Nothing.With(static o => o.Timeout = TimeSpan.FromSeconds(5)), 3, Children.One);

        clock.Advance(TimeSpan.FromSeconds(20));
        await first.CancelAsync().OrHang();

        Assert.Equal(3, await second.OrHang());
    }

    [Fact]
    public async Task What_waits_for_a_child_is_cancelled_without_one()
    {
        await using var engine = Children.Engine();
        await using var first = await engine.StartAsync(Bodies.Tasks.WaitForToken, 1, Children.One);
        await Children.BegunAsync(first);
        await using var second = await engine.StartAsync(Bodies.Tasks.WaitForToken, 2, Children.One);

        await second.CancelAsync().OrHang();
        Assert.Equal(RunStatus.Cancelled, second.Status);
        await first.CancelAsync().OrHang();
        Assert.Equal(5, await engine.RunAsync(Bodies.Tasks.Nothing, 5, Children.One).OrHang());
    }

    [Fact]
    public async Task Disposing_of_the_engine_ends_its_children()
    {
        var engine = Children.Engine();
        await using var idle = await engine.StartAsync(Bodies.Tasks.ProcessId, Children.One);
        var first = await idle.Completion.OrHang();
        await using var busy = await engine.StartAsync(Bodies.Tasks.SpinWithChild, "", Children.Two);
        var begun = await Children.BegunAsync(busy);

        await engine.DisposeAsync().AsTask().OrHang();

        await Children.GoneAsync(first);
        await Children.GoneAsync(begun[0]);
        await Children.GoneAsync(begun[1]);
        await Assert.ThrowsAsync<TaskFailedException>(() => busy.Completion.OrHang());
    }
}
