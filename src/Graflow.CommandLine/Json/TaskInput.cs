using Graflow.Commands;
using Graflow.CompilerServices;
using Graflow.Running;

namespace Graflow.Json;

/// <summary>Reads what takes the place of a task's own input.</summary>
internal static class TaskInput
{
    /// <returns>The input; as it was given where the flow has no such task, which the retry refuses by its own words.</returns>
    /// <exception cref="CommandException">The text is not what the task takes.</exception>
    internal static async Task<object> ReadAsync(CommandContext context, RunInfo run, (string Task, string Json) given, CancellationToken ct)
    {
        if (Resumable.WorkflowOf(run).Accept(new TaskReader()).FirstOrDefault(task => task.Path == given.Task) is not { } task)
        {
            return given.Json;
        }

        var json = await InputSource.ReadAsync(given.Json, context.Streams, ct).ConfigureAwait(false);
        return ValueReader.Read(context.Contracts, task.InputType, json, $"The input of {task.Path}");
    }

    private sealed class TaskReader : IWorkflowVisitor<IReadOnlyList<FlowTask>>
    {
        public IReadOnlyList<FlowTask> Visit<TIn, TOut>(WorkflowRegistration<TIn, TOut> workflow, IExecutable<TIn, TOut> flow) => flow.DescribeTasks();
    }
}
