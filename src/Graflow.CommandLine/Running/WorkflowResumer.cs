using Graflow.Commands;
using Graflow.CompilerServices;
using Graflow.Json;

namespace Graflow.Running;

/// <summary>Goes on with a run of a workflow to its end, whatever its types.</summary>
/// <param name="context">What all commands share.</param>
/// <param name="session">The engine that drives it.</param>
/// <param name="runId">The run.</param>
internal sealed class WorkflowResumer(CommandContext context, EngineSession session, string runId) : IWorkflowVisitor<Task<RunResult>>
{
    public async Task<RunResult> Visit<TIn, TOut>(WorkflowRegistration<TIn, TOut> workflow, IExecutable<TIn, TOut> flow)
    {
        var teller = new OutputTeller<TOut>(context, workflow, asJson: true);
        return teller.ResultOf(runId, await session.ResumeAsync(workflow.Name, flow, runId).ConfigureAwait(false));
    }
}
