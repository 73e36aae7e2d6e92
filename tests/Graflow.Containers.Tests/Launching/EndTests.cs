using Graflow.Containers.Tests.Support;
using Graflow.Handlers.Docker;
using Graflow.Tests.Engine;
using Graflow.Workers;
using Xunit;

namespace Graflow.Containers.Tests.Launching;

/// <summary>No container outlives whoever wanted it.</summary>
public sealed class EndTests
{
    [Fact]
    public async Task A_killed_container_is_gone_whatever_it_does()
    {
        await using var container = await Shell.LaunchAsync(Shell.Options("trap '' TERM INT HUP; echo running; while :; do :; done"));
        using var reader = new StreamReader(container.FromWorker);
        Assert.Equal("running", await reader.ReadLineAsync().OrHang());

        container.Kill();
        container.Kill();

        Assert.Null(await reader.ReadLineAsync().OrHang());
        Assert.Equal(new WorkerExit(137, null, null), await container.Exited.OrHang());
        Assert.Empty(await TestEngine.ContainersAsync(NameOf(container)));
    }

    [Fact]
    public async Task A_container_that_is_killed_before_it_exists_never_does()
    {
        var container = await Shell.LaunchAsync(Shell.Options("while :; do :; done"));
        container.Kill();
        await container.Exited.OrHang();
        await container.DisposeAsync();
        Assert.Empty(await TestEngine.ContainersAsync(NameOf(container)));
    }

    [Fact]
    public async Task Disposing_kills_what_still_runs()
    {
        var container = await Shell.LaunchAsync(Shell.Options("echo running; sleep 1000"));
        using var reader = new StreamReader(container.FromWorker);
        Assert.Equal("running", await reader.ReadLineAsync().OrHang());

        await container.DisposeAsync().AsTask().OrHang();

        Assert.True(container.Exited.IsCompleted);
        Assert.Empty(await TestEngine.ContainersAsync(NameOf(container)));
    }

    [Fact]
    public async Task A_container_that_ended_by_itself_is_removed()
    {
        await using var container = await Shell.LaunchAsync(Shell.Options("exit 1"));
        await container.Exited.OrHang();
        container.Kill();
        Assert.Empty(await TestEngine.ContainersAsync(NameOf(container)));
    }

    [Fact]
    public async Task The_first_start_removes_what_dead_owners_left_and_nothing_else()
    {
        const string prefix = "graflow-test-sweep";
        var here = ContainerOwner.Current.Split(';');
        // No process has this number: Linux counts up to 4194304.
        var dead = await IdleAsync($"{prefix}-dead", $"{here[0]};{here[1]};4194305;1");
        var reused = await IdleAsync($"{prefix}-reused", $"{here[0]};{here[1]};{here[2]};1");
        string[] alive =
        [
            await IdleAsync($"{prefix}-own", ContainerOwner.Current),
            await IdleAsync($"{prefix}-elsewhere", $"elsewhere;{here[1]};4194305;1"),
            await IdleAsync($"{prefix}-inside", $"{here[0]};pid:[1];4194305;1"),
            await IdleAsync($"{prefix}-odd", "whoever"),
        ];
        try
        {
            await Shell.OutputAsync(Shell.Options("true"));

            Assert.Equal(alive.Order(), (await TestEngine.ContainersAsync(prefix)).Order());
        }
        finally
        {
            await TestEngine.RunAsync(["rm", "--force", dead, reused, .. alive]);
        }
    }

    private static async Task<string> IdleAsync(string name, string owner)
    {
        await TestEngine.RunAsync("run", "--detach", "--name", name, "--network", "none", "--label", $"{ContainerOwner.Label}={owner}", TestEngine.Busybox, "sleep", "1000");
        return name;
    }

    private static string NameOf(IWorkerHandle container) => container.Name.Split(' ')[1];
}
