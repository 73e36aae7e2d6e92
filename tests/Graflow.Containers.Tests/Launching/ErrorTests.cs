using Graflow.Containers.Tests.Support;
using Graflow.Tests.Engine;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Containers.Tests.Launching;

public sealed class ErrorTests
{
    [Fact]
    public async Task Too_much_memory_is_an_error_of_its_own()
    {
        var (_, exit) = await Shell.RunAsync(Shell.Options("dd if=/dev/zero of=/dev/null bs=100M count=1") with { Memory = 32 << 20 });
        var error = Assert.IsType<ContainerOutOfMemoryException>(exit.Failure);
        Assert.Equal(32 << 20, error.Limit);
        Assert.Contains("it may use 33554432 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_killed_did_not_run_out_of_memory()
    {
        var (_, exit) = await Shell.RunAsync(Shell.Options("kill -9 $$") with { Memory = 32 << 20 });
        Assert.Equal(137, exit.ExitCode);
        Assert.Null(exit.Failure);
    }

    [Fact]
    public async Task A_missing_image_that_may_not_be_pulled_is_named()
    {
        var error = await Assert.ThrowsAsync<ContainerImageMissingException>(() => Shell.LaunchAsync(Shell.Options("true") with { Image = "localhost/graflow-test/nowhere:1" }));
        Assert.Equal("localhost/graflow-test/nowhere:1", error.Image);
        Assert.Contains("PullPolicy is Never", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DockerPullPolicy.Missing)]
    [InlineData(DockerPullPolicy.Always)]
    public async Task A_pull_that_fails_says_why(DockerPullPolicy policy)
    {
        // Port 9 of this machine: nobody answers, and at once.
        var options = Shell.Options("true") with { Image = "localhost:9/graflow-test/nowhere:1", PullPolicy = policy };
        var error = await Assert.ThrowsAsync<ContainerImageMissingException>(() => Shell.LaunchAsync(options));
        Assert.Contains("could not be pulled: Error response from daemon:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_that_is_there_is_not_pulled_unless_always() =>
        Assert.Equal("here\n", await Shell.OutputAsync(Shell.Options("echo here") with { PullPolicy = DockerPullPolicy.Missing }));

    [Fact]
    public async Task No_command_line_is_found_before_anything_starts()
    {
        var error = await Assert.ThrowsAsync<ContainerEngineNotFoundException>(() => Shell.LaunchAsync(Shell.Options("true") with { Engine = "/nowhere/docker" }));
        Assert.Equal("/nowhere/docker", error.Engine);
    }

    [Fact]
    public async Task An_engine_that_cannot_be_reached_says_so()
    {
        using var folder = new TestFolder();
        var engine = folder.Script("docker", """DOCKER_HOST=unix:///nowhere.sock exec docker "$@" """);
        var error = await Assert.ThrowsAsync<ContainerEngineUnreachableException>(() => Shell.LaunchAsync(Shell.Options("true") with { Engine = engine }));
        Assert.Contains("unix:///nowhere.sock", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_that_does_not_answer_is_not_waited_for()
    {
        using var folder = new TestFolder();
        var time = new ManualTimeProvider();
        var launching = Shell.Launcher(Shell.Options("true") with { Engine = folder.Script("docker", "exec sleep 1000") }, time).StartAsync(socket: null, CancellationToken.None).AsTask();
        Assert.Equal(1, time.ArmedTimers);

        time.Advance(TimeSpan.FromMinutes(1));

        var error = await Assert.ThrowsAsync<ContainerEngineUnreachableException>(() => launching.OrHang());
        Assert.Contains("did not answer within 00:01:00", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_failed_is_tried_again()
    {
        using var folder = new TestFolder();
        var engine = folder.Script("docker", $"""[ -e {folder.PathOf("up")} ] || exit 1; exec docker "$@" """);
        var launcher = Shell.Launcher(Shell.Options("true") with { Engine = engine });
        await Assert.ThrowsAsync<ContainerEngineUnreachableException>(() => launcher.StartAsync(socket: null, CancellationToken.None).AsTask().OrHang());

        File.WriteAllText(folder.PathOf("up"), "");

        await using var container = await launcher.StartAsync(socket: null, CancellationToken.None).AsTask().OrHang();
        Assert.Equal(0, (await container.Exited.OrHang()).ExitCode);
    }

    [Fact]
    public async Task What_the_engine_refuses_is_told_in_its_words()
    {
        var (_, exit) = await Shell.RunAsync(Shell.Options("true") with { ExtraArguments = ["--no-such-option"] });
        var error = Assert.IsType<ContainerStartException>(exit.Failure);
        Assert.Equal(125, error.ExitCode);
        Assert.Contains("unknown flag: --no-such-option", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_volume_that_does_not_exist_is_refused()
    {
        var (_, exit) = await Shell.RunAsync(Shell.Options("true") with { Volumes = [new("/nowhere/data", "/data")] });
        Assert.Contains("/nowhere/data", Assert.IsType<ContainerStartException>(exit.Failure).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_without_the_program_is_told_with_what_to_do()
    {
        var (_, exit) = await Shell.RunAsync(Shell.Options("true") with { Command = [] });
        var error = Assert.IsType<ContainerStartException>(exit.Failure);
        Assert.Equal(127, error.ExitCode);
        Assert.Contains("choose an image with the .NET runtime", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_waits_for_a_start_can_be_cancelled()
    {
        using var folder = new TestFolder();
        using var cancellation = new CancellationTokenSource();
        var time = new ManualTimeProvider();
        var launching = Shell.Launcher(Shell.Options("true") with { Engine = folder.Script("docker", "exec sleep 1000") }, time).StartAsync(socket: null, cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => launching.OrHang());
        // Ends the call that nobody waits for any more.
        time.Advance(TimeSpan.FromMinutes(1));
    }
}
