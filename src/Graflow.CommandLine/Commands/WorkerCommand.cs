using System.CommandLine;

namespace Graflow.Commands;

/// <summary><c>worker</c>: runs tasks of other machines; what it needs is another package's.</summary>
internal static class WorkerCommand
{
    internal static Command Create()
    {
        var command = new Command("worker", "Runs tasks for other machines; needs Graflow.Redis.");
        command.SetAction(static _ => Refuse());
        return command;
    }

    private static int Refuse() =>
        throw new CommandException("missingPackage", "A worker takes its tasks from Redis, and this program does not refer to Graflow.Redis.");
}
