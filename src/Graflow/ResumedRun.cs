namespace Graflow;

/// <summary>A run that <c>ResumeAllAsync</c> found.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Workflow">Its workflow's name; empty where the journal does not even tell that.</param>
/// <param name="Problem">What keeps it from going on; null when it does.</param>
public sealed record ResumedRun(string RunId, string Workflow, Exception? Problem);
