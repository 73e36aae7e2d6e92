using Graflow.Fleets;

namespace Graflow.Json;

/// <summary>A task that was given up.</summary>
/// <param name="Id">What <c>dlq</c> takes.</param>
/// <param name="RunId">The run that it failed in.</param>
/// <param name="Path">Its path there.</param>
/// <param name="Task">What its body is found by.</param>
/// <param name="Reason">Why, as a word: <c>crashed</c>.</param>
internal sealed record LetterEntry(string Id, string RunId, string Path, string Task, string Reason)
{
    public required string Queue { get; init; }

    public int Attempt { get; init; }

    public int Deliveries { get; init; }

    public required string LastWorker { get; init; }

    public DateTimeOffset At { get; init; }

    public int InputBytes { get; init; }

    internal static LetterEntry Of(FleetLetter letter) => new(letter.Id, letter.RunId, letter.Path, letter.TaskId, letter.Reason)
    {
        Queue = letter.Queue,
        Attempt = letter.Attempt,
        Deliveries = letter.Deliveries,
        LastWorker = letter.LastWorker,
        At = letter.At,
        InputBytes = letter.InputBytes,
    };
}
