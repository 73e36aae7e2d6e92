using Graflow.CompilerServices;
using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>Looks through the journal of a run that is driven elsewhere, or by nobody, for what makes a signal to it hopeless.</summary>
internal static class JournalForecast
{
    /// <exception cref="SignalRefusedException">The run has ended, or no wait of its flow can take the signal.</exception>
    internal static void RefuseUnlessToCome(RunHistory history, Signal signal)
    {
        var runId = history.Start.RunId;
        if (history.End is not null)
        {
            throw SignalRefusedException.RunEnded(runId, signal);
        }

        // A program without the workflow cannot know; whoever drives the run will.
        if (!GraflowRegistry.TryGetWorkflow(history.Start.Workflow, out var workflow))
        {
            return;
        }

        var forecast = WaitForecast.Of(workflow.Accept(new PlanOf()), signal);
        if (forecast.OtherType is { } expected)
        {
            throw SignalRefusedException.WrongType(runId, signal, expected);
        }

        var received = history.Content.Records.Count(record => IsLike(record, signal));
        if (!forecast.IsOpenEnded && forecast.ToCome <= received)
        {
            throw SignalRefusedException.NoWait(runId, signal, received > 0 ? WaitEnd.Answered : WaitEnd.None, forecast.KnownNames);
        }
    }

    private static bool IsLike(ReadOnlyMemory<byte> record, Signal signal)
    {
        var reader = new RecordReader(record);
        if (reader.Kind != RecordKind.SignalReceived)
        {
            return false;
        }

        _ = reader.Text();
        return reader.Text() == signal.Name && reader.Text() is var key && (key is null || key == signal.Key);
    }

    private sealed class PlanOf : IWorkflowVisitor<FlowPlan>
    {
        public FlowPlan Visit<TIn, TOut>(WorkflowRegistration<TIn, TOut> workflow, IExecutable<TIn, TOut> flow) => flow.Expression.PlanFor<TIn>();
    }
}
