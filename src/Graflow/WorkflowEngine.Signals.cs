using Graflow.CompilerServices;
using Graflow.Logs;

namespace Graflow;

public sealed partial class WorkflowEngine
{
    /// <summary>Answers a wait of a run, also of a durable one that another process drives, or nobody. A signal for which no wait is open yet is kept until one opens; each wait takes one.</summary>
    /// <typeparam name="T">Exactly what <see cref="Flow.WaitFor{T}"/> waits for; write it down where the value is of a derived type.</typeparam>
    /// <param name="runId">The run.</param>
    /// <param name="name">What is waited for.</param>
    /// <param name="value">Passed by reference to a run in this process: it should be immutable.</param>
    /// <param name="key">Which of several waits of that name: the key given to <c>WaitFor</c>, else the wait's path. Null means the one that has waited longest.</param>
    /// <param name="ct">Gives up before the signal is stored.</param>
    /// <returns>Once the run has the signal; what comes after the wait runs on other threads.</returns>
    /// <exception cref="SignalRefusedException">The run has ended, or no wait of it can take the signal; nothing was stored.</exception>
    /// <exception cref="RunNotFoundException">The engine has a log, and the run is not in it.</exception>
    /// <exception cref="NotSerializableException">The run is durable, and the value has no codec (GRF201).</exception>
    /// <exception cref="RunLogException">The run is durable, and the signal cannot be written down.</exception>
    public Task SignalAsync<T>(string runId, string name, T value, string? key = null, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(runId);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return SendAsync(runId, new Signal<T>(Guid.CreateVersion7(Time.GetUtcNow()).ToString("N"), name, key, value), ct);
    }

    internal async Task SendAsync(string runId, Signal signal, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (Live.TryFind(runId, out var scope) && scope.Waits.TrySend(signal))
        {
            if (scope.Durable is { } durable)
            {
                await durable.CommitAsync(ct).ConfigureAwait(false);
            }

            return;
        }

        await PostAsync(Store ?? throw SignalRefusedException.NoRun(runId, signal), runId, signal, ct).ConfigureAwait(false);
    }

    // Another process drives the run, or nobody does: whoever will finds the signal.
    private static async Task PostAsync(IRunStore store, string runId, Signal signal, CancellationToken ct)
    {
        var mail = RunMail.Of(signal);
        var content = await store.ReadAsync(runId, ct).ConfigureAwait(false);
        if (content.Records.Count > 0)
        {
            var history = RunHistory.Read(content);
            var plan = GraflowRegistry.TryGetWorkflow(history.Start.Workflow, out var workflow) ? workflow.Accept(new PlanOf()) : null;
            JournalForecast.RefuseUnlessToCome(history, plan, signal);
        }

        await store.PostAsync(runId, mail, ct).ConfigureAwait(false);
    }

    private sealed class PlanOf : IWorkflowVisitor<FlowPlan>
    {
        public FlowPlan Visit<TIn, TOut>(WorkflowRegistration<TIn, TOut> workflow, IExecutable<TIn, TOut> flow) =>
            Operand.Expression(flow, nameof(flow)).PlanFor<TIn>();
    }
}
