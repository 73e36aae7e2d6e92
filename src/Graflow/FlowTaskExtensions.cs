namespace Graflow;

/// <summary>What a flow consists of.</summary>
public static class FlowTaskExtensions
{
    extension<TIn, TOut>(IExecutable<TIn, TOut> flow)
    {
        /// <summary>The tasks of the flow, each once, predecessors first, those inside of a <c>ForEach</c> included. What a body asks for by <c>Next.To</c> is only known while it runs.</summary>
        /// <exception cref="FlowDefinitionException">The flow cannot work.</exception>
        public IReadOnlyList<FlowTask> DescribeTasks()
        {
            var tasks = new List<FlowTask>();
            Add(Operand.Expression(flow, nameof(flow)).PlanFor<TIn>(), tasks, isInForEach: false);
            return tasks;
        }
    }

    private static void Add(FlowPlan plan, List<FlowTask> tasks, bool isInForEach)
    {
        foreach (var vertex in plan.Vertices)
        {
            if (vertex is ITaskVertex task)
            {
                var takesFlowInput = !isInForEach && vertex.Inputs is [0, ..];
                tasks.Add(task.Describe() with { Path = vertex.Id, TakesFlowInput = takesFlowInput, IsInForEach = isInForEach });
            }
            else if (vertex is MapVertex map)
            {
                Add(map.Body, tasks, isInForEach: true);
            }
        }
    }
}
