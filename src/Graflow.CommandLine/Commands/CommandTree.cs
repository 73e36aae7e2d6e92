using System.CommandLine;

namespace Graflow.Commands;

/// <summary>The commands and what they take.</summary>
internal sealed class CommandTree
{
    internal CommandTree(CommandContext context)
    {
        Root.Options.Add(Json);
        Root.Subcommands.Add(RunCommand.Create(context, Json));
        Root.Subcommands.Add(ListCommand.Create(context, Json));
        Root.Subcommands.Add(GraphCommand.Create(context, Json));
        Root.Subcommands.Add(DescribeCommand.Create(context, Json));
        Root.Subcommands.Add(WorkerCommand.Create());
    }

    internal RootCommand Root { get; } = new("Runs, lists, describes and draws the workflows of this program. Exit codes: 0 ok, 1 the run failed, 2 wrong usage or definition, 130 cancelled.");

    internal Option<bool> Json { get; } = new("--json")
    {
        Description = "Write one JSON document to standard output, also when something is wrong.",
        Recursive = true,
    };

    /// <summary>The command that was meant, as one would type it.</summary>
    internal string NameOf(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        return command == Root ? Root.Name : $"{Root.Name} {command.Name}";
    }

    internal static Argument<string> WorkflowArgument() => new("workflow")
    {
        Description = "The workflow's name; list tells all.",
        HelpName = "workflow",
        CompletionSources = { static _ => Catalogue.All.Select(static workflow => new System.CommandLine.Completions.CompletionItem(workflow.Name)) },
    };
}
