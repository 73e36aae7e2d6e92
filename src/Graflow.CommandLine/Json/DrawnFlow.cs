namespace Graflow.Json;

/// <summary>What <c>graph</c> tells: the picture, or the file that it was written to.</summary>
internal sealed record DrawnFlow(string Workflow, string Format, string? Content, string? File);
