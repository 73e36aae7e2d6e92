namespace Graflow.Json;

/// <summary>A run, as <c>runs ls</c> tells it; what a run does not have is absent.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Workflow">Its workflow; empty where the log cannot be read.</param>
/// <param name="Status"><c>running</c>, <c>waiting</c>, <c>suspended</c> (nobody drives it), <c>succeeded</c>, <c>failed</c>, <c>cancelled</c> or <c>unreadable</c>.</param>
internal sealed record RunEntry(string RunId, string Workflow, string Status)
{
    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? DrivenBy { get; init; }

    public string? Origin { get; init; }

    public long Bytes { get; init; }

    public string? Error { get; init; }

    public string? Problem { get; init; }

    internal static RunEntry Of(RunInfo run) => new(run.RunId, run.Workflow, StatusOf(run))
    {
        StartedAt = run.StartedAt,
        EndedAt = run.EndedAt,
        DrivenBy = run.DrivenBy,
        Origin = run.Origin,
        Bytes = run.Bytes,
        Error = run.Error,
        Problem = run.Problem,
    };

    private static string StatusOf(RunInfo run) => run.Status switch
    {
        _ when run.StartedAt is null => "unreadable",
        RunStatus.Succeeded => "succeeded",
        RunStatus.Failed => "failed",
        RunStatus.Cancelled => "cancelled",
        RunStatus.Suspended => "suspended",
        RunStatus.Waiting => "waiting",
        _ => "running",
    };
}
