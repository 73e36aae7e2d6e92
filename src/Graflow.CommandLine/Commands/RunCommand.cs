using System.CommandLine;
using Graflow.Running;

namespace Graflow.Commands;

/// <summary><c>run</c>: its result on standard output, all else on standard error.</summary>
internal static class RunCommand
{
    internal static Command Create(CommandContext context, Option<bool> json)
    {
        var workflow = CommandTree.WorkflowArgument();
        var input = new Option<string>("--input", "-i") { Description = "The input as JSON, @file for a file that holds it, @- for standard input." };
        var follow = new Option<bool>("--follow", "-f") { Description = "Tell on standard error what happens." };
        var log = LogFolder.Option(isRecursive: false);
        var runId = new Option<string?>("--run-id") { Description = "The run's id. With a log, the run of that id if there is one already: it is gone on with, or its result is told.", HelpName = "id" };
        var command = new Command("run", "Runs a workflow and writes its output as JSON. With a log, the run survives its process: runs resume goes on with it.") { workflow, input, follow, log, runId };
        command.SetAction((parsed, _) => Catalogue.Find(parsed.GetRequiredValue(workflow)).Accept(new WorkflowRunner(
            context,
            new RunRequest(parsed.GetValue(input), new RunTelling(parsed.GetValue(json), parsed.GetValue(follow)))
            {
                Log = LogFolder.Given(parsed.GetValue(log)),
                RunId = parsed.GetValue(runId),
            })));
        return command;
    }
}
