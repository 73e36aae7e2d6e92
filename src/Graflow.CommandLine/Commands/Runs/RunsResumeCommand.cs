using System.CommandLine;
using Graflow.Running;

namespace Graflow.Commands;

/// <summary><c>runs resume</c>: goes on with one run, or with all that nobody drives.</summary>
internal static class RunsResumeCommand
{
    internal static Command Create(RunsContext runs)
    {
        var run = RunsContext.RunArgument();
        run.Arity = ArgumentArity.ZeroOrOne;
        var all = new Option<bool>("--all") { Description = "All runs that have not ended and that no process drives." };
        var follow = new Option<bool>("--follow", "-f") { Description = "Tell on standard error what happens." };
        var command = new Command("resume", "Goes on with a run, and writes its output as JSON; what has finished does not run again. An interrupt suspends it again.") { run, all, follow };
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) == result.GetValue(run) is not null)
            {
                result.AddError("Give either a run or --all.");
            }
        });
        command.SetAction(async (parsed, ct) =>
        {
            var session = runs.Begin(parsed, new RunTelling(runs.IsJson(parsed), parsed.GetValue(follow)));
            await using var ended = session.ConfigureAwait(false);
            var resumption = new Resumption(runs.Commands, session, runs.IsJson(parsed));
            return parsed.GetValue(all)
                ? await resumption.ResumeAllAsync(ct).ConfigureAwait(false)
                : await resumption.ResumeAsync(await RunsContext.FindAsync(session.Engine, parsed.GetRequiredValue(run), ct).ConfigureAwait(false)).ConfigureAwait(false);
        });
        return command;
    }
}
