using System.Text.Json;

namespace Graflow.Json;

/// <summary>What <c>run</c> tells of a run that succeeded.</summary>
internal sealed record RunResult(string Workflow, string RunId, string Status, JsonElement Output);
