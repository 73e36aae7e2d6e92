using System.Text.Json;

namespace Graflow.Json;

/// <summary>How a run ended that was gone on with.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Workflow">Its workflow.</param>
/// <param name="Status"><c>succeeded</c>, or the kind of what went wrong.</param>
internal sealed record ResumedEntry(string RunId, string Workflow, string Status)
{
    public JsonElement? Output { get; init; }

    public ProblemDocument? Error { get; init; }
}
