using Graflow.CompilerServices;

namespace Graflow.Running;

/// <summary>Finds the names of the elements of a workflow's input.</summary>
internal static class InputNames
{
    /// <returns>The names in the workflow's own type, else those of the parameters of a task that takes the same tuple; empty where neither has them.</returns>
    internal static IReadOnlyList<string> Of<TIn, TOut>(WorkflowRegistration<TIn, TOut> workflow, IExecutable<TIn, TOut> flow)
    {
        if (workflow.FromElements is null || workflow.InputNames.Count > 0)
        {
            return workflow.InputNames;
        }

        var count = Json.TupleShape.ElementsOf(typeof(TIn)).Count;
        return flow.DescribeTasks()
            .FirstOrDefault(task => task.TakesFlowInput && task.InputType == typeof(TIn) && task.Parameters.Count == count)
            ?.Parameters ?? [];
    }
}
