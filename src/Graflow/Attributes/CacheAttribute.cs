namespace Graflow;

/// <summary>Reuses a task's output for an equal input. Inputs are compared as their type does: records and tuples by value, arrays and most classes by reference. Only successes are kept; equal inputs at the same time run once. The cache lives in the engine instance, which keeps at most 10,000 outputs.</summary>
/// <param name="ttl">How long an output is reused, such as <c>00:05:00</c>; more than zero (GRF302).</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CacheAttribute(string ttl) : Attribute
{
    /// <summary>How long an output is reused.</summary>
    public string Ttl { get; } = ttl;

    /// <summary>Tasks with the same key and the same types share one cache; the task's id by default.</summary>
    public string? Key { get; set; }
}
