namespace Graflow;

/// <summary>Where the bodies of a flow, a group or a task run, and how many at once. Immutable.</summary>
public abstract class Execution
{
    private protected Execution()
    {
    }

    /// <summary>One body at a time, in the order in which the flow is written; for debugging and for code that must not run in parallel.</summary>
    public static Execution Direct { get; } = new DirectExecution();

    /// <summary>The thread pool, without a limit; the default.</summary>
    public static Execution Threads() => ThreadsExecution.Unlimited;

    /// <summary>The thread pool, at most <paramref name="limit"/> bodies at once: those started and not ended, awaiting ones included.</summary>
    /// <param name="limit">At least 1. It holds for each instance of the group in each run.</param>
    /// <exception cref="FlowDefinitionException"><paramref name="limit"/> is less than 1 (GRF302).</exception>
    public static Execution Threads(int limit) => new ThreadsExecution(limit);

    /// <summary>Child processes of this program, at most <paramref name="count"/> bodies of <c>[Task]</c> methods at once. All runs of an engine that ask for the same number share the processes. Lambdas, projections, joins and policies run in this process, and do not count. Each child has services only by what its <c>Main</c> gives to <c>GraflowHost.TryServeAsync</c>, and starts no processes of its own: a body that needs more of them returns <c>Next.To</c>.</summary>
    /// <param name="count">At least 1. Processes are started when they are needed, kept for a while, and replaced when they crash; see <see cref="WorkerOptions"/>.</param>
    /// <exception cref="FlowDefinitionException"><paramref name="count"/> is less than 1 (GRF302).</exception>
    public static Execution Processes(int count) => new ProcessesExecution(count);

    /// <summary>The most bodies that run at once.</summary>
    internal abstract int Limit { get; }

    /// <summary>Whether bodies run in other processes.</summary>
    internal virtual bool LeavesProcess => false;
}
