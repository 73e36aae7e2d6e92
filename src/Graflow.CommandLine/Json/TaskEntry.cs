namespace Graflow.Json;

/// <summary>A task of a workflow.</summary>
internal sealed record TaskEntry(string Path, string Id, string Input, string Output, string Assembly, TaskSettings Options)
{
    public required IReadOnlyList<string> Parameters { get; init; }

    public required IReadOnlyList<string> Next { get; init; }

    public bool ForEach { get; init; }
}
