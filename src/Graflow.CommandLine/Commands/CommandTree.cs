using System.CommandLine;
using System.CommandLine.Parsing;

namespace Graflow.Commands;

/// <summary>The commands and what they take.</summary>
internal sealed class CommandTree
{
    internal CommandTree(CommandContext context)
    {
        Root.Options.Add(Json);
        Root.Subcommands.Add(RunCommand.Create(context, Json));
        Root.Subcommands.Add(RunsCommand.Create(context, Json));
        Root.Subcommands.Add(ListCommand.Create(context, Json));
        Root.Subcommands.Add(GraphCommand.Create(context, Json));
        Root.Subcommands.Add(DescribeCommand.Create(context, Json));
        Root.Subcommands.Add(WorkerCommand.Create(context));
        Root.Subcommands.Add(WorkersCommand.Create(context, Json));
        Root.Subcommands.Add(QueuesCommand.Create(context, Json));
        Root.Subcommands.Add(DeadLettersCommand.Create(context, Json));
    }

    internal RootCommand Root { get; } = new("Runs, lists, describes and draws the workflows of this program, and goes on with their runs, here or on a fleet. Exit codes: 0 ok, 1 the run failed, 2 wrong usage or definition, 75 the run was suspended and can be resumed, 130 cancelled.");

    internal Option<bool> Json { get; } = new("--json")
    {
        Description = "Write one JSON document to standard output, also when something is wrong.",
        Recursive = true,
    };

    /// <summary>The command that was meant, as one would type it.</summary>
    internal static string NameOf(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (SymbolResult? part = parsed.CommandResult; part is CommandResult command; part = part.Parent)
        {
            names.Push(command.Command.Name);
        }

        return string.Join(' ', names);
    }

    internal static Argument<string> WorkflowArgument() => new("workflow")
    {
        Description = "The workflow's name; list tells all.",
        HelpName = "workflow",
        CompletionSources = { static _ => Catalogue.All.Select(static workflow => new System.CommandLine.Completions.CompletionItem(workflow.Name)) },
    };
}
