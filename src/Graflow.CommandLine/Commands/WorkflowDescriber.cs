using System.Text.Json;
using Graflow.CompilerServices;
using Graflow.Json;
using Graflow.Running;

namespace Graflow.Commands;

/// <summary>Describes a workflow, whatever its types.</summary>
internal sealed class WorkflowDescriber(CommandContext context) : IWorkflowVisitor<WorkflowDescription>
{
    public WorkflowDescription Visit<TIn, TOut>(WorkflowRegistration<TIn, TOut> workflow, IExecutable<TIn, TOut> flow)
    {
        var options = new WorkflowEngineOptions();
        context.Configure(options);
        var tasks = flow.DescribeTasks();
        var handlers = tasks.Select(static task => task.Options.Handler).Distinct().Order(StringComparer.Ordinal);
        return new WorkflowDescription(
            workflow.Name,
            TypeText.Of(typeof(TIn)),
            TypeText.Of(typeof(TOut)),
            [.. tasks.Select(EntryOf)],
            [.. handlers.Select(handler => new HandlerEntry(handler, options.Handlers.Names.Contains(handler)))])
        {
            Example = ExampleOf(workflow, flow),
        };
    }

    private JsonElement? ExampleOf<TIn, TOut>(WorkflowRegistration<TIn, TOut> workflow, IExecutable<TIn, TOut> flow)
    {
        if (typeof(TIn) == typeof(Unit))
        {
            return null;
        }

        using var example = JsonDocument.Parse(new InputReader<TIn, TOut>(workflow, InputNames.Of(workflow, flow), context.Contracts).Example());
        return example.RootElement.Clone();
    }

    private static TaskEntry EntryOf(FlowTask task) =>
        new(task.Path, task.Id, TypeText.Of(task.InputType), TypeText.Of(task.OutputType), task.Assembly, TaskSettings.Of(task.Options))
        {
            Parameters = task.Parameters,
            Next = task.NextTargets,
            ForEach = task.IsInForEach,
        };
}
