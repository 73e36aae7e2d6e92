using System.CommandLine;

namespace Graflow.Commands;

/// <summary><c>runs</c>: what is in a log of runs, and what can be done with it.</summary>
internal static class RunsCommand
{
    internal static Command Create(CommandContext context, Option<bool> json)
    {
        var stores = new StoreOptions(isRecursive: true);
        var runs = new RunsContext(context, json, stores);
        return new Command("runs", "Lists, shows, resumes, cancels, deletes and retries the runs in a log or a fleet, says why one does not go on, and answers what it waits for.")
        {
            stores.Log,
            stores.Redis,
            RunsListCommand.Create(runs),
            RunsShowCommand.Create(runs),
            RunsWhyCommand.Create(runs),
            RunsResumeCommand.Create(runs),
            RunsSignalCommand.Create(runs),
            RunsCancelCommand.Create(runs),
            RunsRetryCommand.Create(runs),
            RunsDeleteCommand.Create(runs),
        };
    }
}
