using Graflow.Tests.Logs;
using Xunit;

namespace Graflow.Tests.CommandLine.Runs;

/// <summary>Runs that a process drives which is not the one that asks; this one does not even have their workflow.</summary>
public sealed class OtherProcessTests : IDisposable
{
    private readonly LogFolder _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task A_run_whose_process_was_killed_is_gone_on_with_by_two_words()
    {
        using var first = ProgramProcess.Start(holds: true, "run", "Held.All", "--input", "1", "--run-id", "x", "--log", _log.Path);
        await first.SeenAsync("hold ran");
        Assert.Contains($"running    ", (await RunAsync("runs", "ls")).Output, StringComparison.Ordinal);
        Assert.Contains($"driven by process {first.Id}", (await RunAsync("runs", "ls")).Output, StringComparison.Ordinal);
        var (locked, text) = await ProblemOfAsync("runs", "resume", "x");
        Assert.Equal("locked", locked);
        Assert.Contains($"process {first.Id}", text, StringComparison.Ordinal);
        Assert.Equal("locked", (await ProblemOfAsync("runs", "delete", "x")).Kind);
        first.KillAtOnce();
        Assert.Equal(137, (await first.EndAsync()).Code);

        Assert.Contains("suspended", (await RunAsync("runs", "ls")).Output, StringComparison.Ordinal);
        var why = (await RunAsync("runs", "why", "x")).Output;
        Assert.StartsWith("Nobody drives run x since ", why, StringComparison.Ordinal);
        var resumed = await ProgramProcess.RunAsync("runs", "resume", "x", "--log", _log.Path);
        Assert.Equal((0, "22\n"), (resumed.Code, resumed.Output));
        Assert.Equal("hold ran\nadd ran\n", resumed.Error);
        Assert.Contains("succeeded", (await RunAsync("runs", "ls")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_whose_process_is_asked_to_end_is_suspended_and_says_how_to_go_on()
    {
        using var first = ProgramProcess.Start(holds: true, "run", "Held.All", "--input", "1", "--run-id", "x", "--log", _log.Path);
        await first.SeenAsync("hold ran");
        await first.SignalAsync("TERM");
        var suspended = await first.EndAsync();
        Assert.Equal((75, ""), (suspended.Code, suspended.Output));
        Assert.Contains("Interrupted: what runs is told to end, and waited for. A second signal ends the program at once.\n", suspended.Error, StringComparison.Ordinal);
        Assert.Contains($"Run x is suspended; what has finished stays finished. Go on with it: runs resume x --log {_log.Path}", suspended.Error, StringComparison.Ordinal);
        using var second = ProgramProcess.Start(holds: true, "runs", "resume", "--all", "--log", _log.Path);
        await second.SeenAsync("hold ran");
        await second.SignalAsync("TERM");
        Assert.Equal(75, (await second.EndAsync()).Code);
        var again = await ProgramProcess.RunAsync("run", "Held.All", "--input", "1", "--run-id", "x", "--log", _log.Path);
        Assert.Equal((0, "22\n", "hold ran\nadd ran\n"), (again.Code, again.Output, again.Error));
    }

    [Fact]
    public async Task A_run_of_another_process_is_cancelled_by_that_process()
    {
        using var driver = ProgramProcess.Start(holds: true, "run", "Held.All", "--input", "1", "--run-id", "x", "--log", _log.Path);
        await driver.SeenAsync("hold ran");
        var told = await RunAsync("runs", "cancel", "x", "--reason", "enough");
        Assert.Equal(0, told.Code);
        Assert.Contains($"Run x is told to end; process {driver.Id}", told.Output, StringComparison.Ordinal);
        var ended = await driver.EndAsync();
        Assert.Equal(130, ended.Code);
        Assert.Contains("enough", ended.Error, StringComparison.Ordinal);
        Assert.Matches("^Run x was cancelled at .*: enough", (await RunAsync("runs", "why", "x")).Output);
    }

    [Fact]
    public async Task A_wait_is_answered_from_outside_whether_or_not_somebody_drives_the_run()
    {
        using var driver = ProgramProcess.Start(holds: false, "run", "Approvals.Twice", "--input", "1", "--run-id", "x", "--log", _log.Path, "--follow");
        await driver.SeenAsync("waits:");
        Assert.Contains("waiting", (await RunAsync("runs", "ls")).Output, StringComparison.Ordinal);
        Assert.Contains("waits for the signal \"approval\" since ", (await RunAsync("runs", "why", "x")).Output, StringComparison.Ordinal);
        var refused = await ProgramProcess.RunAsync("runs", "signal", "x", "aproval", "--input", "1", "--log", _log.Path);
        Assert.Equal(2, refused.Code);
        Assert.Contains("did you mean \"approval\"?", refused.Error, StringComparison.Ordinal);
        var wrong = await ProgramProcess.RunAsync("runs", "signal", "x", "approval", "--input", "1", "--log", _log.Path);
        Assert.Equal(2, wrong.Code);
        Assert.Contains("the value is not of type Answer. It takes Answer, for example --input '{\"isYes\":true,\"by\":\"text\"}'", wrong.Error, StringComparison.Ordinal);
        var broken = await ProgramProcess.RunAsync("runs", "signal", "x", "approval", "--input", "yes", "--log", _log.Path);
        Assert.Equal(2, broken.Code);
        Assert.StartsWith("The signal \"approval\" is wrong at $ (line 1, column 1): 'y' is an invalid start of a value. It takes Answer, for example", broken.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await AnswerAsync("Ada")).Code);
        await driver.SeenAsync("Approvals.Decide succeeded");
        await driver.SignalAsync("TERM");
        Assert.Equal(75, (await driver.EndAsync()).Code);
        Assert.Contains("runs resume x goes on with it", (await AnswerAsync("Bob")).Output, StringComparison.Ordinal);
        var ended = await ProgramProcess.RunAsync("runs", "resume", "x", "--log", _log.Path);
        Assert.Equal((0, "\"Bob said yes\"\n"), (ended.Code, ended.Output));
        Assert.Contains("it has ended", (await AnswerAsync("Cid")).Error, StringComparison.Ordinal);
    }

    private Task<Commanded> AnswerAsync(string by) =>
        ProgramProcess.RunAsync("runs", "signal", "x", "approval", "--input", $$"""{"isYes":true,"by":"{{by}}"}""", "--log", _log.Path);

    private Task<Commanded> RunAsync(params string[] args) => Commanded.RunAsync([.. args, "--log", _log.Path]);

    private async Task<(string? Kind, string Text)> ProblemOfAsync(params string[] args)
    {
        var problem = (await ProgramProcess.RunAsync([.. args, "--log", _log.Path, "--json"])).Problem;
        return (problem.GetProperty("kind").GetString(), problem.GetProperty("message").GetString()!);
    }
}
