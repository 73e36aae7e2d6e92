namespace Graflow;

/// <summary>A flow, a policy or an option that cannot work, found before anything runs: a cycle (GRF101), a node with two inputs (GRF102), an edge that does not fit (GRF105), a wrong policy (GRF108), an invalid option (GRF302).</summary>
/// <param name="message">What was found, what was expected, and what to do.</param>
/// <param name="id">The rule that is broken; null where no rule exists.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class FlowDefinitionException(string message, string? id = null, Exception? inner = null)
    : GraflowException(message, inner, id);
