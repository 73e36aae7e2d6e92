namespace Graflow.Running;

/// <summary>How a run is told.</summary>
/// <param name="AsJson">Whether the result is a document.</param>
/// <param name="Follows">Whether the events of the run are told.</param>
internal sealed record RunTelling(bool AsJson, bool Follows);
