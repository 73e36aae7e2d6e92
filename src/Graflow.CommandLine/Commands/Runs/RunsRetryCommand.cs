using System.CommandLine;
using Graflow.Json;
using Graflow.Running;

namespace Graflow.Commands;

/// <summary><c>runs retry</c>: a new run of one that has ended, from one of its tasks on.</summary>
internal static class RunsRetryCommand
{
    internal static Command Create(RunsContext runs)
    {
        var run = RunsContext.RunArgument();
        var from = new Option<string>("--from") { Description = "The task that runs again, with all that follows from it. What else made the run fail runs again too; what succeeded is kept.", HelpName = "task", Required = true };
        var input = new Option<string?>("--input", "-i") { Description = "What the task gets instead of its own input, as JSON; @file for a file that holds it, @- for standard input." };
        var runId = new Option<string?>("--run-id") { Description = "The new run's id.", HelpName = "id" };
        var follow = new Option<bool>("--follow", "-f") { Description = "Tell on standard error what happens." };
        var command = new Command("retry", "Tries a run that has ended again from one of its tasks, as a new run, and writes its output as JSON.") { run, from, input, runId, follow };
        command.SetAction(async (parsed, ct) =>
        {
            var session = runs.Begin(parsed, new RunTelling(runs.IsJson(parsed), parsed.GetValue(follow)));
            await using var ended = session.ConfigureAwait(false);
            var origin = await RunsContext.FindAsync(session.Engine, parsed.GetRequiredValue(run), ct).ConfigureAwait(false);
            var task = parsed.GetRequiredValue(from);
            var options = new RunRetryOptions
            {
                RunId = parsed.GetValue(runId),
                Input = parsed.GetValue(input) is { } given ? await TaskInput.ReadAsync(runs.Commands, origin, (task, given), ct).ConfigureAwait(false) : null,
            };
            var id = await session.Engine.Runs.RetryAsync(origin.RunId, task, options, ct).ConfigureAwait(false);
            return await new Resumption(runs.Commands, session, runs.IsJson(parsed)).ResumeAsync(origin with { RunId = id }).ConfigureAwait(false);
        });
        return command;
    }
}
