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
        var command = new Command("run", "Runs a workflow and writes its output as JSON.") { workflow, input, follow };
        command.SetAction((parsed, _) => Catalogue.Find(parsed.GetRequiredValue(workflow))
            .Accept(new WorkflowRunner(context, parsed.GetValue(input), parsed.GetValue(json), parsed.GetValue(follow))));
        return command;
    }
}
