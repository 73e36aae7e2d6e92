using Graflow.CompilerServices;
using Graflow.Logs;

namespace Graflow.Runs;

/// <summary>Finds the plan of a run's workflow in this program.</summary>
internal sealed class ProgramPlan : IWorkflowVisitor<FlowPlan>
{
    private static readonly ProgramPlan Reader = new();

    private ProgramPlan()
    {
    }

    /// <exception cref="FlowDefinitionException">The program has no such workflow.</exception>
    internal static FlowPlan Of(RunStartedRecord start) => TryFind(start)
        ?? throw new FlowDefinitionException($"Run {start.RunId} is a run of {start.Workflow}, which this program does not have. Use the program that has it, or give the workflow its name back by [Workflow(\"{start.Workflow}\")].");

    /// <returns>Null where the program has no such workflow.</returns>
    internal static FlowPlan? TryFind(RunStartedRecord start) => GraflowRegistry.TryGetWorkflow(start.Workflow, out var workflow) ? workflow.Accept(Reader) : null;

    public FlowPlan Visit<TIn, TOut>(WorkflowRegistration<TIn, TOut> workflow, IExecutable<TIn, TOut> flow) => Operand.Expression(flow, nameof(flow)).PlanFor<TIn>();
}
