using Graflow.Commands;
using Graflow.CompilerServices;

namespace Graflow.Running;

/// <summary>Finds the workflow of a run in this program.</summary>
internal static class Resumable
{
    /// <exception cref="CommandException">The program does not have it, or the log does not tell it.</exception>
    internal static WorkflowRegistration WorkflowOf(RunInfo run) =>
        run.StartedAt is null ? throw new CommandException("log", run.Problem ?? $"The log of run {run.RunId} cannot be read.")
        : GraflowRegistry.TryGetWorkflow(run.Workflow, out var workflow) ? workflow
        : throw new CommandException("unknownWorkflow", $"Run {run.RunId} is a run of {run.Workflow}, which this program does not have. Use the program that has it, or give the workflow its name back by [Workflow(\"{run.Workflow}\")].");
}
