using System.Text.Json;
using Graflow.Commands;
using Graflow.CompilerServices;
using Graflow.Running;
using Graflow.Tests.Logs;
using Xunit;

namespace Graflow.Tests.CommandLine.Runs;

public sealed class RunsCommandTests : IDisposable
{
    private readonly LogFolder _log = new();

    public RunsCommandTests() => Workflows.Register();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task A_run_with_a_log_is_listed_shown_and_explained()
    {
        Assert.Equal(new Commanded(0, "42" + Environment.NewLine, ""), await RunAsync("run", "cli.double", "--input", "21", "--run-id", "first"));
        var run = (await RunAsync("runs", "ls", "--json")).Document.GetProperty("runs").EnumerateArray().Single();
        Assert.Equal(("first", "cli.double", "succeeded"), (Text(run, "runId"), Text(run, "workflow"), Text(run, "status")));
        Assert.Matches(@"^first  cli\.double  succeeded  \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ\r?\n$", (await RunAsync("runs", "ls")).Output);
        Assert.Matches(@"^run first, cli\.double, succeeded after [\d.]+ m?s, started \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ\r?\n└─ ✓ cli\.times  [\d.]+ m?s\r?\n$", (await RunAsync("runs", "show", "first")).Output);
        var shown = (await RunAsync("runs", "show", "first", "--json")).Document;
        Assert.Equal(["runStarted", "taskStarted", "taskSucceeded", "runSucceeded"], shown.GetProperty("events").EnumerateArray().Select(line => Text(line, "event")));
        Assert.Equal("cli.times", Text(shown.GetProperty("events")[2], "task"));
        Assert.Matches(@"^Run first succeeded at .*; nothing is left to do\.\r?\n$", (await RunAsync("runs", "why", "first")).Output);
    }

    [Theory]
    [InlineData("ls")]
    [InlineData("show", "x")]
    [InlineData("why", "x")]
    [InlineData("resume", "x")]
    [InlineData("retry", "x", "--from", "y")]
    [InlineData("cancel", "x")]
    [InlineData("delete", "x")]
    public async Task Where_there_is_no_log_nothing_makes_one(params string[] command)
    {
        var folder = Path.Combine(_log.Path, "not there");
        var named = await Commanded.RunAsync(["runs", .. command, "--log", folder, "--json"]);
        Assert.Equal((2, "log"), (named.Code, Text(named.Problem, "kind")));
        Assert.StartsWith($"There is no log folder \"{folder}\" (looked for {folder}).", Text(named.Problem, "message"), StringComparison.Ordinal);
        var own = await Commanded.RunAsync(["runs", .. command, "--json"], configure: options => options.UseFileLog(folder));
        Assert.Equal((2, "log"), (own.Code, Text(own.Problem, "kind")));
        Assert.StartsWith($"There is no log folder {folder}, where this program keeps its runs: it has had none yet.", Text(own.Problem, "message"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_failed_run_says_which_task_failed_and_how_to_try_again()
    {
        Assert.Equal(1, (await RunAsync("run", "cli.fails", "--input", "7", "--run-id", "bad")).Code);
        var reasons = (await RunAsync("runs", "why", "bad", "--json")).Document.GetProperty("reasons").EnumerateArray().ToList();
        Assert.Equal(["failed", "failed"], reasons.Select(reason => Text(reason, "kind")));
        Assert.Equal("cli.throw", Text(reasons[0], "task"));
        Assert.Matches(@"^cli\.throw failed at .*Z: System\.InvalidOperationException: 7 is too much\.$", Text(reasons[0], "message"));
        Assert.EndsWith("runs retry bad --from cli.throw makes a new run that keeps what succeeded.", Text(reasons[1], "message"), StringComparison.Ordinal);
        Assert.Contains("└─ ✗ cli.throw  failed after ", (await RunAsync("runs", "show", "bad")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_that_no_task_takes_is_refused_and_not_left_out()
    {
        var half = Flow.Task("cli.half", static (int x) => x / 2).ForEach();
        GraflowRegistry.Add(new WorkflowRegistration<IReadOnlyList<int>, IReadOnlyList<int>>("cli.halves", () => half));
        Assert.Equal(new Commanded(0, "[1,2]" + Environment.NewLine, ""), await RunAsync("run", "cli.halves", "--input", "[2,4]", "--run-id", "m"));
        var element = await RunAsync("runs", "retry", "m", "--from", "cli.half[1]", "--input", "5");
        Assert.Equal((2, ""), (element.Code, element.Output));
        Assert.Contains("retry it without an input, or retry the task that makes the list", element.Error, StringComparison.Ordinal);
        var unknown = await RunAsync("runs", "retry", "m", "--from", "cli.halv", "--input", "5");
        Assert.Equal((2, ""), (unknown.Code, unknown.Output));
        Assert.Contains("The flow has no task cli.halv.", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_id_moves_only_its_own_line_and_one_of_two_lines_is_told_on_one()
    {
        var ids = (string[])["short", new string('x', 60), "two\nlines"];
        foreach (var id in ids)
        {
            Assert.Equal(0, (await RunAsync("run", "cli.double", "--input", "21", "--run-id", id)).Code);
        }

        var starts = (await RunAsync("runs", "ls")).Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.IndexOf("  succeeded", StringComparison.Ordinal)]);
        Assert.Equal(["short".PadRight(40) + "  cli.double", "two…".PadRight(40) + "  cli.double", new string('x', 60) + "  cli.double"], starts.OrderBy(start => start, StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_interrupt_before_the_run_began_is_no_failure_of_the_engine()
    {
        using var output = new StringWriter();
        var context = new CommandContext(new CommandStreams(output, output, () => Stream.Null), configure: null, json: null);
        var interruption = new Interruption(TimeProvider.System, listens: false);
        Assert.Equal(InterruptKind.First, interruption.Ask());
        await using var session = new EngineSession(context, new RunTelling(AsJson: false, Follows: false), new StorePlace(_log.Path, Redis: null), interruption);
        foreach (var isStart in (bool[])[true, false])
        {
            var ended = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Catalogue.Find("cli.nothing").Accept(new Opening(session, isStart)));
            Assert.Equal("Interrupted before the run began.", ProblemReport.Of(ended).Message);
        }

        Assert.Equal("", (await RunAsync("runs", "ls")).Output);
    }

    private Task<Commanded> RunAsync(params string[] args) => Commanded.RunAsync([.. args, "--log", _log.Path]);

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();

    private sealed class Opening(EngineSession session, bool isStart) : IWorkflowVisitor<Task>
    {
        public Task Visit<TIn, TOut>(WorkflowRegistration<TIn, TOut> workflow, IExecutable<TIn, TOut> flow) => isStart
            ? session.RunAsync(workflow.Name, flow, default!, new RunOptions { RunId = "early" })
            : session.ResumeAsync(workflow.Name, flow, "early");
    }
}
