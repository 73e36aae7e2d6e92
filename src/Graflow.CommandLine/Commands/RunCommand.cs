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
        var stores = new StoreOptions(isRecursive: false);
        var runId = new Option<string?>("--run-id") { Description = "The run's id. With a log, the run of that id if there is one already: it is gone on with, or its result is told.", HelpName = "id" };
        var detach = new Option<bool>("--detach", "-d") { Description = "Hand the run to the fleet's workers, and write its id instead of waiting for its output; needs --redis." };
        var command = new Command("run", "Runs a workflow and writes its output as JSON. With a log, the run survives its process: runs resume goes on with it. With --redis, bodies run on the fleet's workers.") { workflow, input, follow, stores.Log, stores.Redis, runId, detach };
        command.SetAction((parsed, _) => Catalogue.Find(parsed.GetRequiredValue(workflow)).Accept(new WorkflowRunner(
            context,
            new RunRequest(parsed.GetValue(input), new RunTelling(parsed.GetValue(json), parsed.GetValue(follow)))
            {
                Place = stores.Of(parsed),
                RunId = parsed.GetValue(runId),
                Detaches = parsed.GetValue(detach),
            })));
        return command;
    }
}
