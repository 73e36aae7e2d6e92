using Graflow.Containers.Tests.Support;
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

    private static string NameOf(IWorkerHandle container) => container.Name.Split(' ')[1];
}
