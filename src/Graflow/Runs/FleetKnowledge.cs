using Graflow.CompilerServices;
using Graflow.Fleets;
using Graflow.Telemetry;

namespace Graflow.Runs;

/// <summary>What this program can do for a fleet.</summary>
internal static class FleetKnowledge
{
    /// <summary>The ids of its tasks, and those of its workflows as <see cref="FleetFlow"/> makes them; a workflow that the engine could not drive is left out, and logged.</summary>
    internal static IReadOnlyList<string> Ids(WorkflowEngine engine)
    {
        List<string> ids = [.. GraflowRegistry.Tasks.Select(static task => task.Id)];
        foreach (var workflow in GraflowRegistry.Workflows)
        {
            try
            {
                ids.Add(workflow.Accept(new FlowId(engine)));
            }
            catch (Exception exception)
            {
                Log.WorkflowLeftOut(engine.Logger, workflow.Name, exception);
            }
        }

        return ids;
    }

    private sealed class FlowId(WorkflowEngine engine) : IWorkflowVisitor<string>
    {
        public string Visit<TIn, TOut>(WorkflowRegistration<TIn, TOut> workflow, IExecutable<TIn, TOut> flow)
        {
            var plan = engine.Checked(Operand.Expression(flow, workflow.Name).PlanFor<TIn>(), engine.DefaultExecution);
            DurableCheck.Run(plan);
            return FleetFlow.IdOf(workflow.Name, plan.Structure.Hash);
        }
    }
}
