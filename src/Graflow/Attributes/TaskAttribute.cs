namespace Graflow;

/// <summary>Makes a method a task: the generator adds a node for it to the nested class <c>Tasks</c> of the method's type.</summary>
/// <param name="id">The task's id on the wire, in logs and in errors; by default the containing types and the method, such as <c>Orders.Fetch</c>. Contains none of <c>/ # [ ] !</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TaskAttribute(string? id = null) : Attribute
{
    /// <summary>The id given to the constructor; null means containing types and method name.</summary>
    public string? Id { get; } = id;

    /// <summary>By what the body is run: <c>direct</c>, the default, which calls it, or a name registered in <see cref="WorkflowEngineOptions.Handlers"/> (else GRF301 when a run starts).</summary>
    public string? Handler { get; set; }

    /// <summary>The queue that the task waits in, for executions that have queues; <c>Direct</c> and <c>Threads</c> have none. By default the queue of the execution in force.</summary>
    public string? Queue { get; set; }

    /// <summary>The longest that one attempt may take, such as <c>00:00:30</c>; more than zero (GRF302), by default there is no limit. What takes longer fails with <see cref="TaskTimeoutException"/>, also when it does not listen to its token.</summary>
    public string? Timeout { get; set; }

    /// <summary>Higher runs first among the tasks that are ready at the same time; 0 by default.</summary>
    public int Priority { get; set; }
}
