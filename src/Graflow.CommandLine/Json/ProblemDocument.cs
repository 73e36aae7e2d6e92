namespace Graflow.Json;

/// <summary>What went wrong.</summary>
internal sealed record ProblemDocument(string Kind, string Message, int ExitCode)
{
    public string? Rule { get; init; }

    public string? Help { get; init; }

    public string? Workflow { get; init; }

    public string? RunId { get; init; }

    public string? Task { get; init; }

    public string? ErrorType { get; init; }

    public string? Path { get; init; }

    public long? Line { get; init; }

    public long? Column { get; init; }
}
