namespace Graflow;

/// <summary>Bounds how many attempts of a task an engine runs at once, or how many it starts a second; one of the two is set (GRF302). What is over the limit waits, without a thread. Limits live in the engine instance and are shared by all its runs.</summary>
/// <param name="concurrency">At most so many attempts at once; 0 means unlimited.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LimitAttribute(int concurrency = 0) : Attribute
{
    /// <summary>At most so many attempts at once; 0 means unlimited.</summary>
    public int Concurrency { get; } = concurrency;

    /// <summary>At most so many attempts started a second; 0 means unlimited.</summary>
    public double PerSecond { get; set; }

    /// <summary>Tasks with the same key share one limit and must give it the same numbers; the task's id by default.</summary>
    public string? Key { get; set; }
}
