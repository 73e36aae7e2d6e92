using System.Diagnostics;
using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Workers.Running;

/// <summary>Programs that cannot serve say so in time, and nothing of them is left.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("graflow-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_program_that_ends_without_serving_is_told_with_the_rule()
    {
        await using var engine = Children.Engine(static o => o.Workers.Program = "/bin/true");

        var failed = await Assert.ThrowsAsync<WorkerStartException>(() => engine.RunAsync(Bodies.Tasks.Nothing, 1, Children.Two).OrHang());

        Assert.Equal("GRF305", failed.Id);
        Assert.Contains("exited with code 0 and never served. /bin/true does not call GraflowHost.TryServeAsync. Begin its Main with: if (await GraflowHost.TryServeAsync(args)) return;", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_says_nothing_is_killed_at_the_deadline()
    {
        var clock = new ManualTimeProvider();
        await using var engine = Children.Engine(o =>
        {
            o.TimeProvider = clock;
            o.Workers.Program = Script("exec sleep 1000");
        });
        var running = engine.RunAsync(Bodies.Tasks.Nothing, 1, Children.One);

        var failed = await Assert.ThrowsAsync<WorkerStartException>(() => Children.WhileTimePassesAsync(clock, running));

        Assert.Contains("said nothing in time", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_named()
    {
        await using var engine = Children.Engine(static o => o.Workers.Program = "/nowhere/App.dll");

        var failed = await Assert.ThrowsAsync<WorkerStartException>(() => engine.RunAsync(Bodies.Tasks.Nothing, 1, Children.One).OrHang());

        Assert.StartsWith("There is no program /nowhere/App.dll to run tasks in.", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_program_says_before_it_dies_is_in_the_message()
    {
        await using var engine = Patient("echo no such library >&2; exit 150");

        var failed = await Assert.ThrowsAsync<WorkerStartException>(() => engine.RunAsync(Bodies.Tasks.Nothing, 1, Children.One).OrHang());

        Assert.Null(failed.Id);
        Assert.Contains("exited with code 150 before it served. If that is over the argument graflow-exec, begin its Main with: if (await GraflowHost.TryServeAsync(args)) return; Its output ended with:", failed.Message, StringComparison.Ordinal);
        Assert.EndsWith("\nno such library", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_forgets_to_serve_starts_no_children_of_its_own()
    {
        // Its Main starts an engine with processes, as this one does; the variable is inherited by whatever it starts.
        var own = Children.Program;
        await using var engine = Patient($"export GRAFLOW_TEST_FORGETS_TO_SERVE=1; exec {Environment.ProcessPath} {own} \"$@\"");

        var failed = await Assert.ThrowsAsync<WorkerStartException>(() => engine.RunAsync(Bodies.Tasks.Nothing, 1, Children.One).OrHang());

        Assert.Contains("GRF305: This program was started to run tasks for another process", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_in_a_child_starts_no_children_of_its_own()
    {
        await using var engine = Children.Engine();

        var failed = await Assert.ThrowsAsync<WorkerStartException>(() => engine.RunAsync(Bodies.Tasks.Nest, 1, Children.One).OrHang());

        Assert.StartsWith("This process runs tasks for another one and starts no processes or containers of its own. Return Next.To(flow, input)", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_without_a_place_for_sockets_is_told_which_one_is_missing()
    {
        var info = new ProcessStartInfo(Environment.ProcessPath!, [Children.Program]) { RedirectStandardError = true };
        info.Environment["TMPDIR"] = "/nowhere";
        using var parent = Process.Start(info)!;

        var told = await parent.StandardError.ReadToEndAsync().OrHang();

        Assert.StartsWith("No socket can be made in the folder of temporary files, /nowhere/, by which", told, StringComparison.Ordinal);
        Assert.Contains("Let the variable TMPDIR name a folder that this program can write to.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_cannot_work_are_refused_when_the_engine_is_made()
    {
        AssertRefused(static o => o.HandlerProcesses = 0);
        AssertRefused(static o => o.MaxDeliveries = 0);
        AssertRefused(static o => o.StartTimeout = TimeSpan.Zero);
        AssertRefused(static o => o.HeartbeatInterval = TimeSpan.Zero);
        AssertRefused(static o => o.HeartbeatTimeout = TimeSpan.FromSeconds(1));
        AssertRefused(static o => o.IdleTimeout = TimeSpan.Zero);
        AssertRefused(static o => o.KillAfter = TimeSpan.FromTicks(-1));
        AssertRefused(static o => o.Program = "");
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Nothing_is_left_when_the_parent_is_killed()
    {
        var info = new ProcessStartInfo(Environment.ProcessPath!, [Children.Program]) { RedirectStandardOutput = true };
        using var parent = Process.Start(info)!;
        var begun = (await parent.StandardOutput.ReadLineAsync().OrHang())!.Split(' ').Skip(1).Select(int.Parse).ToArray();

        parent.Kill();
        await parent.WaitForExitAsync().OrHang();

        Assert.Equal(2, begun.Length);
        await Children.GoneAsync(begun[0]);
        await Children.GoneAsync(begun[1]);
    }

    private static void AssertRefused(Action<WorkerOptions> set) =>
        Assert.ThrowsAny<ArgumentException>(() => new WorkflowEngine(o => set(o.Workers)));

    /// <summary>An engine whose clock stands still, so that it waits for a program's last words however late they come.</summary>
    private WorkflowEngine Patient(string script) => Children.Engine(o => (o.TimeProvider, o.Workers.Program) = (new ManualTimeProvider(), Script(script)));

    private string Script(string text) => ShellScript.Write(Path.Combine(_folder.FullName, "program.sh"), text);
}
