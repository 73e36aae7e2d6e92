using Graflow.CompilerServices;
using Graflow.Logs;

namespace Graflow.Runs;

/// <summary>Makes the journal of a new run from one that has ended: the same beginning, without what is to run again.</summary>
internal static class RunRetry
{
    internal static async Task<string> CreateAsync(IRunStore store, TimeProvider time, RetryRequest request, CancellationToken ct)
    {
        var content = await store.ReadAsync(request.RunId, ct).ConfigureAwait(false);
        var start = RunStartedRecord.Read(content.Records is [var first, ..] ? first : throw RecordedEvents.Empty(request.RunId));
        if (RecordedRun.EndOf(content) is null)
        {
            throw RunStateException.NotEnded(request.RunId, "retried");
        }

        var plan = PlanOf(start);
        var task = request.FindIn(plan);
        var input = request.Options.Input is { } value ? ((ITaskVertex)task).Node.EncodeInput(value) : null;
        var now = time.GetUtcNow();
        var next = start with { RunId = request.Options.RunId ?? Guid.CreateVersion7(now).ToString("N"), Time = now, Origin = request.RunId };
        var kept = new KeptRecords(plan, task).Of(content.Records, next, input);
        var journal = await store.TryCreateAsync(next.RunId, ct).ConfigureAwait(false)
            ?? throw new RunConflictException(next.RunId, "there already", $"a retry of {request.RunId}");
        await using var closed = journal.ConfigureAwait(false);
        journal.Replace(kept);
        return next.RunId;
    }

    /// <exception cref="FlowDefinitionException">The program has no such workflow.</exception>
    private static FlowPlan PlanOf(RunStartedRecord start) => GraflowRegistry.TryGetWorkflow(start.Workflow, out var workflow)
        ? workflow.Accept(new PlanReader())
        : throw new FlowDefinitionException($"Run {start.RunId} is a run of {start.Workflow}, which this program does not have. Use the program that has it, or give the workflow its name back by [Workflow(\"{start.Workflow}\")].");

    private sealed class PlanReader : IWorkflowVisitor<FlowPlan>
    {
        public FlowPlan Visit<TIn, TOut>(WorkflowRegistration<TIn, TOut> workflow, IExecutable<TIn, TOut> flow) => Operand.Expression(flow, nameof(flow)).PlanFor<TIn>();
    }
}
