using System.Text.Json;

namespace Graflow.Json;

/// <summary>One reason why a run is where it is.</summary>
/// <param name="Kind"><c>running</c>, <c>retrying</c>, <c>waitingForSignal</c>, <c>waitingForTime</c>, <c>waitingForDriver</c>, <c>waitingForWorker</c>, <c>suspended</c>, <c>failed</c>, <c>cancelled</c> or <c>succeeded</c>.</param>
/// <param name="Message">The same in words, and what to do about it.</param>
internal sealed record ReasonEntry(string Kind, string Message)
{
    public string? Task { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    internal static ReasonEntry Of(RunReason reason) => new(JsonNamingPolicy.CamelCase.ConvertName(reason.Kind.ToString()), reason.Text)
    {
        Task = reason.TaskId,
        Since = reason.Since,
        DueAt = reason.DueAt,
    };
}
