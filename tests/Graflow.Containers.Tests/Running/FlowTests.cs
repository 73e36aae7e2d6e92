using Graflow.Containers.Tests.Support;
using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Containers.Tests.Running;

public sealed class FlowTests
{
    [Fact]
    public async Task One_flow_uses_two_images_and_this_process()
    {
        await using var engine = Engines.With(configure: o => o.Handlers.AddDocker("second", Engines.Options with { Image = TestEngine.Runtime2 }));
        var flow = Inside.Tasks.Image.InDocker() | Inside.Tasks.Image.InDocker("second").As("second") | Inside.Tasks.Host;

        Assert.Equal((TestEngine.Runtime, TestEngine.Runtime2, Environment.MachineName), await engine.RunAsync(flow).OrHang());
    }

    [Fact]
    public async Task Five_megabytes_go_in_and_come_out()
    {
        var sent = new byte[5 * 1024 * 1024];
        new Random(4711).NextBytes(sent);
        await using var engine = Engines.With();

        var received = await engine.RunAsync(Bodies.Tasks.Reverse.InDocker(), sent).OrHang();

        Assert.True(sent.Reverse().SequenceEqual(received));
    }

    [Fact]
    public async Task A_container_serves_one_task_after_another()
    {
        await using var engine = Engines.With();
        var first = await engine.RunAsync(Inside.Tasks.Host.InDocker()).OrHang();
        var second = await engine.RunAsync(Inside.Tasks.Host.InDocker()).OrHang();
        Assert.Equal(first, second);
        Assert.NotEqual(Environment.MachineName, first);
    }

    [Fact]
    public async Task A_container_serves_one_attempt_where_it_is_not_reused()
    {
        await using var engine = Engines.With(Engines.Options with { Reuse = false, Containers = 1 });
        var first = await engine.RunAsync(Inside.Tasks.Host.InDocker()).OrHang();
        var second = await engine.RunAsync(Inside.Tasks.Host.InDocker()).OrHang();
        var third = await engine.RunAsync(Inside.Tasks.Host.InDocker().With(o => o.Timeout = TimeSpan.FromMinutes(1))).OrHang();
        Assert.Equal(3, new HashSet<string> { first, second, third }.Count);
        await Engines.GoneAsync(first);
    }

    [Fact]
    public async Task Eight_containers_run_at_once()
    {
        await using var engine = Engines.With(Engines.Options with { Containers = 8 });
        var hosts = await engine.RunAsync(Inside.Tasks.Meet.InDocker().ForEach(), Enumerable.Repeat(8, 8).ToArray()).OrHang();
        Assert.Equal(8, hosts.Distinct().Count());
    }

    [Fact]
    public async Task No_more_containers_run_than_are_allowed()
    {
        await using var engine = Engines.With(Engines.Options with { Containers = 2 });
        var hosts = await engine.RunAsync(Inside.Tasks.Meet.InDocker().ForEach(), Enumerable.Repeat(2, 6).ToArray()).OrHang();
        Assert.Equal(2, hosts.Distinct().Count());
    }

    [Fact]
    public async Task Containers_and_child_processes_count_together_in_a_group()
    {
        await using var engine = Engines.With(Engines.Options with { Containers = 4 });
        var flow = Inside.Tasks.Host.InDocker() | Bodies.Tasks.ProcessId | Inside.Tasks.Image.InDocker();

        var (host, process, image) = await engine.RunAsync(flow, new RunOptions { Execution = Execution.Processes(1) }).OrHang();

        Assert.NotEqual(Environment.MachineName, host);
        Assert.NotEqual(Environment.ProcessId, process);
        Assert.Equal(TestEngine.Runtime, image);
    }

    [Fact]
    public async Task The_channel_is_the_runs_own()
    {
        await using var engine = Engines.With();
        Assert.Equal(100, await engine.RunAsync(Bodies.Tasks.CountInChannel.InDocker(), 100).OrHang());
    }

    [Fact]
    public async Task What_a_body_prints_is_told_and_gets_not_between_the_frames()
    {
        await using var engine = Engines.With();
        var heard = Flow.WaitFor<bool>("raw end") >> Bodies.Tasks.Hear;
        await using var run = await engine.StartAsync((Bodies.Tasks.PrintRawUntilHeard.InDocker() | heard).Select(static ends => ends.Item1) >> Bodies.Tasks.Print.InDocker(), 3);
        await run.Events.FirstAsync(static told => told is TaskLogged { Stream: OutputStream.StandardOutput, Line: "raw end" }).AsTask().OrHang();
        await engine.SignalAsync(run.Id, "raw end", true);
        await run.Completion.OrHang();

        var lines = await LinesAsync(run);
        Assert.Equal(["out 0", "out 1", "out 2", "no end"], lines.Where(line => line is (OutputStream.StandardOutput, ['o', 'u', ..] or ['n', 'o', ..])).Select(line => line.Item2));
        Assert.Equal(["err 0", "err 1", "err 2"], lines.Where(line => line is (OutputStream.StandardError, ['e', 'r', 'r', ..])).Select(line => line.Item2));
    }

    [Fact]
    public async Task A_container_that_cannot_connect_serves_over_its_standard_streams()
    {
        using var folder = new TestFolder();
        // Leaves the socket out of what is mounted.
        var engineWithoutSocket = folder.Script("docker", """
            for argument; do
                shift
                case $argument in
                    *,target=/graflow-socket) set -- "$@" type=tmpfs,target=/unused ;;
                    *) set -- "$@" "$argument" ;;
                esac
            done
            exec docker "$@"
            """);
        await using var engine = Engines.With(Engines.Options with { Engine = engineWithoutSocket });
        var sent = Enumerable.Range(0, 1_000_000).Select(static i => (byte)i).ToArray();
        await using var run = await engine.StartAsync(Bodies.Tasks.Reverse.InDocker().Select(static bytes => bytes.Length) >> Bodies.Tasks.PrintRaw.InDocker(), sent);

        // Its lines that look like frames are as long as they are many.
        Assert.Equal(sent.Length, await run.Completion.OrHang());
    }

    [Fact]
    public async Task A_container_ends_when_it_was_idle_for_long_enough()
    {
        await using var engine = Engines.With(Engines.Options with { IdleTimeout = TimeSpan.FromMilliseconds(50) });
        var host = await engine.RunAsync(Inside.Tasks.Host.InDocker()).OrHang();
        await Engines.GoneAsync(host);
    }

    [Fact]
    public async Task The_engine_ends_its_containers()
    {
        string host;
        await using (var engine = Engines.With())
        {
            host = await engine.RunAsync(Inside.Tasks.Host.InDocker()).OrHang();
        }

        Assert.Empty(await TestEngine.RunAsync("ps", "--all", "--quiet", "--filter", $"id={host}"));
    }

    private static async Task<List<(OutputStream, string)>> LinesAsync<TOut>(Run<TOut> run)
    {
        List<(OutputStream, string)> lines = [];
        await foreach (var told in run.Events)
        {
            if (told is TaskLogged line)
            {
                lines.Add((line.Stream, line.Line));
            }
        }

        return lines;
    }
}
