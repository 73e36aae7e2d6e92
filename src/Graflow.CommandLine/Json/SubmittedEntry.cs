namespace Graflow.Json;

/// <summary>What <c>run --detach</c> tells.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="RunId">The run.</param>
/// <param name="Status"><c>submitted</c>, or <c>present</c> where the run was there already.</param>
internal sealed record SubmittedEntry(string Workflow, string RunId, string Status);
