using System.Collections.Concurrent;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>All tasks and workflows of the loaded assemblies, filled by their generated modules. Thread-safe; registering the same thing twice changes nothing.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class GraflowRegistry
{
    private static readonly ConcurrentDictionary<string, TaskRegistration> TasksById = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, WorkflowRegistration> WorkflowsByName = new(StringComparer.Ordinal);
    private static readonly ConcurrentQueue<string> Clashes = new();

    /// <summary>All registered workflows, in no order.</summary>
    public static IReadOnlyCollection<WorkflowRegistration> Workflows => [.. WorkflowsByName.Values];

    /// <summary>All registered tasks, in no order.</summary>
    public static IReadOnlyCollection<TaskRegistration> Tasks => [.. TasksById.Values];

    /// <summary>Adds a task. A clash with a task of another assembly is reported when an engine starts a run.</summary>
    public static void Add(TaskRegistration task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var known = TasksById.GetOrAdd(task.Id, task);
        if (known.Assembly != task.Assembly)
        {
            Clashes.Enqueue($"The task id {task.Id} is declared in {known.Assembly} and in {task.Assembly}. Give one of them another id by [Task(\"…\")].");
        }
    }

    /// <summary>Adds a workflow. A clash with a workflow of another assembly is reported when an engine starts a run.</summary>
    public static void Add(WorkflowRegistration workflow)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        var known = WorkflowsByName.GetOrAdd(workflow.Name, workflow);
        if (known.Flow.Method.Module != workflow.Flow.Method.Module)
        {
            Clashes.Enqueue($"The workflow name {workflow.Name} is declared in two assemblies. Give one of them another name by [Workflow(\"…\")].");
        }
    }

    /// <summary>Finds a workflow by its name.</summary>
    public static bool TryGetWorkflow(string name, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out WorkflowRegistration workflow) =>
        WorkflowsByName.TryGetValue(name, out workflow);

    internal static TaskRegistration? FindTask(string id) => TasksById.GetValueOrDefault(id);

    /// <exception cref="FlowDefinitionException">Two assemblies declare the same id.</exception>
    internal static void ThrowOnClash()
    {
        if (Clashes.TryPeek(out var clash))
        {
            throw new FlowDefinitionException(clash, "GRF003");
        }
    }
}
