namespace Graflow;

/// <summary>How one task runs: what its attributes say, or what <c>With(o =&gt; …)</c> changes on one node. Compared by value; checked when the node is made.</summary>
public sealed record TaskOptions
{
    /// <summary>By what the body is run; <c>direct</c> by default.</summary>
    public string Handler { get; set; } = "direct";

    /// <summary>The queue that the task waits in, for executions that have queues; <c>Direct</c> and <c>Threads</c> have none. Null means the queue of the execution in force.</summary>
    public string? Queue { get; set; }

    /// <summary>The longest that one attempt may take; more than zero, null means no limit.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>Higher runs first among the tasks that are ready at the same time; 0 by default.</summary>
    public int Priority { get; set; }

    /// <summary>When and how a failed attempt is repeated; null means never.</summary>
    public RetryOptions? Retry { get; set; }

    /// <summary>How many attempts run at once or start a second; null means unlimited.</summary>
    public LimitOptions? Limit { get; set; }

    /// <summary>How long outputs are reused; null means not at all.</summary>
    public CacheOptions? Cache { get; set; }

    /// <summary>When attempts are refused after failures; null means never.</summary>
    public CircuitBreakerOptions? CircuitBreaker { get; set; }
}
