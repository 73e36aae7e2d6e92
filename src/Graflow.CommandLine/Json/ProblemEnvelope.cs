namespace Graflow.Json;

/// <summary>What <c>--json</c> writes instead of a result.</summary>
internal sealed record ProblemEnvelope(ProblemDocument Error);
