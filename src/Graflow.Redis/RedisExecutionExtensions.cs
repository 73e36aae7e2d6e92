namespace Graflow;

/// <summary>Executions of a fleet.</summary>
public static class RedisExecutionExtensions
{
    extension(Execution)
    {
        /// <summary>
        /// Workers of the engine's fleet that serve a queue, on whatever machines; a task's own <c>Queue</c> comes before it. Lambdas, projections, joins and policies run in the process that drives the run.
        /// A body that dies with its worker is given to another one, three times in all; then its task fails with <see cref="WorkerCrashedException"/>, and the dead-letter queue keeps it. Nothing is lost while Redis is not.
        /// </summary>
        /// <param name="queue">The queue: letters, digits, '-', '_' and '.'.</param>
        /// <exception cref="FlowDefinitionException">No queue can be named so (GRF302).</exception>
        public static Execution Redis(string queue = "default") => new QueueExecution(queue);
    }
}
