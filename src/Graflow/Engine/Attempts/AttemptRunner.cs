using System.Collections.Concurrent;
using Graflow.CompilerServices;
using Graflow.Fleets;
using Graflow.Workers;

namespace Graflow.Engine;

/// <summary>
/// Runs the attempts that a worker of the fleet takes out of its queues, with the services, handlers and clock of an engine. Thread-safe.
/// What bodies write to this process's console stays there, since several run at once; what their child processes and containers write goes to the run.
/// </summary>
internal sealed class AttemptRunner(WorkflowEngine engine)
{
    private readonly ConcurrentDictionary<string, KnownTask> _tasks = new(StringComparer.Ordinal);

    internal WorkflowEngine Engine => engine;

    /// <summary>Runs one attempt on the thread pool; the call itself returns at once.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="input">The encoded input; never changed until the body has begun.</param>
    /// <param name="port">The way back to the run; not called any more once the returned task has ended.</param>
    /// <param name="ct">Tells the body to end; one that does not is abandoned after <see cref="WorkerOptions.KillAfter"/>.</param>
    /// <returns>What came of it, failures of all kinds included. A body that takes too long is abandoned: it may still run, but has no effect any more.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> has fired and the body ended because of it, or was abandoned; nothing came of it.</exception>
    internal ValueTask<AttemptResult> RunAsync(QueuedAttempt attempt, ReadOnlyMemory<byte> input, IFleetPort port, CancellationToken ct)
    {
        return ct.IsCancellationRequested
            ? ValueTask.FromCanceled<AttemptResult>(ct)
            : new(new RunningAttempt(this, attempt, input, new RunnerPort(attempt, port)).Start(ct));
    }

    internal static AttemptHeader HeaderOf(QueuedAttempt attempt) => new(attempt.RunId, attempt.Path, attempt.Number, attempt.Iteration, attempt.TraceParent);

    /// <exception cref="FlowDefinitionException">This program has no such task.</exception>
    internal KnownTask Find(QueuedAttempt attempt)
    {
        if (_tasks.TryGetValue(attempt.TaskId, out var known))
        {
            return known;
        }

        var node = GraflowRegistry.FindTask(attempt.TaskId)?.Node()
            ?? throw new FlowDefinitionException($"{attempt.Path}: the worker that took it has no task {attempt.TaskId}. Build and deploy workers, and what starts runs, from the same sources.");
        return _tasks.GetOrAdd(attempt.TaskId, new KnownTask(node, node.Serve()));
    }

    /// <returns>Null for a plain call of the body.</returns>
    /// <exception cref="FlowDefinitionException">The engine has no such handler.</exception>
    internal ITaskHandler? HandlerOf(QueuedAttempt attempt) => attempt.Handler is not { } name ? null
        : engine.Handlers.TryGet(name, out var handler) ? handler
        : throw new FlowDefinitionException($"{HandlerWords.Unknown(attempt.Path, name, engine.Handlers.Names)}.", "GRF301");

    /// <summary>A task that this program has.</summary>
    /// <param name="Node">Its node.</param>
    /// <param name="Body">Its body.</param>
    internal sealed record KnownTask(TaskNode Node, ServedTask Body);
}
