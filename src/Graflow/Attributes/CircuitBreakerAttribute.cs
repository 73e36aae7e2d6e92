namespace Graflow;

/// <summary>Refuses attempts for a while after several failed in a row: they fail at once with a <see cref="CircuitOpenException"/>. The circuit lives in the engine instance and is shared by all its runs.</summary>
/// <param name="failures">Failed attempts in a row that open the circuit; at least 1 (GRF302).</param>
/// <param name="reset">How long it stays open, such as <c>00:00:30</c>, before one attempt is let through to try; more than zero.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CircuitBreakerAttribute(int failures, string reset) : Attribute
{
    /// <summary>Failed attempts in a row that open the circuit.</summary>
    public int Failures { get; } = failures;

    /// <summary>How long the circuit stays open.</summary>
    public string Reset { get; } = reset;

    /// <summary>Tasks with the same key share one circuit and must give it the same numbers; the task's id by default.</summary>
    public string? Key { get; set; }
}
