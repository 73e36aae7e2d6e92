using System.CommandLine;
using Graflow.Json;

namespace Graflow.Commands;

/// <summary><c>describe</c>: what a workflow takes and yields, its tasks and how they run.</summary>
internal static class DescribeCommand
{
    internal static Command Create(CommandContext context, Option<bool> json)
    {
        var workflow = CommandTree.WorkflowArgument();
        var command = new Command("describe", "Tells a workflow's types, tasks, options and handlers.") { workflow };
        command.SetAction(parsed =>
        {
            var description = Catalogue.Find(parsed.GetRequiredValue(workflow)).Accept(new WorkflowDescriber(context));
            if (parsed.GetValue(json))
            {
                context.Write(description, DocumentJson.Relaxed.WorkflowDescription);
            }
            else
            {
                context.Write(DescriptionText.Of(description));
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
