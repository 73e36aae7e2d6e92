using System.CommandLine;
using Graflow.Fleets;

namespace Graflow.Commands;

/// <summary><c>dlq</c>: tasks that were given up because their workers died over them.</summary>
internal static class DeadLettersCommand
{
    internal static Command Create(CommandContext context, Option<bool> json)
    {
        var fleet = new FleetContext(context, json);
        return new Command("dlq", "Lists, shows, tries again and drops tasks that were given up, because they killed their workers.")
        {
            fleet.Redis,
            DeadLettersListCommand.Create(fleet),
            DeadLettersShowCommand.Create(fleet),
            DeadLettersRedriveCommand.Create(fleet),
            DeadLettersDropCommand.Create(fleet),
        };
    }

    internal static Argument<string> LetterArgument() => new("id") { Description = "Which one; dlq ls tells all.", HelpName = "id" };

    /// <exception cref="CommandException">There is none of that id.</exception>
    internal static async Task<FleetLetter> FindAsync(IFleetStore store, string id, CancellationToken ct) =>
        await store.FindLetterAsync(id, ct).ConfigureAwait(false) ?? throw Unknown(id);

    internal static CommandException Unknown(string id) =>
        new("unknownLetter", $"There is no dead letter \"{id}\"; it may have been tried again or dropped. dlq ls tells those that there are.");
}
