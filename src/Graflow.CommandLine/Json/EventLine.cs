namespace Graflow.Json;

/// <summary>An event of a run, as <c>--follow --json</c> tells it; what an event does not have is absent.</summary>
internal sealed record EventLine(string RunId, long Sequence, DateTimeOffset Time, string Event)
{
    public string? Task { get; init; }

    public int? Attempt { get; init; }

    public string? Worker { get; init; }

    public string? Message { get; init; }

    public double? Fraction { get; init; }

    public int? Succeeded { get; init; }

    public int? Failed { get; init; }
}
