using System.CommandLine;
using Graflow.Json;

namespace Graflow.Commands;

/// <summary><c>list</c>: the workflows and their types.</summary>
internal static class ListCommand
{
    internal static Command Create(CommandContext context, Option<bool> json)
    {
        var command = new Command("list", "Lists the workflows of this program.");
        command.SetAction(parsed =>
        {
            WorkflowEntry[] workflows = [.. Catalogue.All.Select(static workflow => new WorkflowEntry(workflow.Name, TypeText.Of(workflow.InputType), TypeText.Of(workflow.OutputType)))];
            if (parsed.GetValue(json))
            {
                context.Write(new WorkflowList(workflows), DocumentJson.Relaxed.WorkflowList);
            }
            else
            {
                Write(context, workflows);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static void Write(CommandContext context, WorkflowEntry[] workflows)
    {
        var width = workflows.Select(static workflow => workflow.Name.Length).DefaultIfEmpty().Max();
        foreach (var workflow in workflows)
        {
            context.Write($"{workflow.Name.PadRight(width)}  {workflow.Input} → {workflow.Output}");
        }

        if (workflows.Length == 0)
        {
            context.Streams.Error.WriteLine("This program has no workflows. Mark a static property or method that returns a flow with [Workflow].");
        }
    }
}
