namespace Graflow.Redis.Tasks;

/// <summary>A task that was given up because its workers died over it.</summary>
/// <param name="Name">Its name among the cell's dead letters.</param>
/// <param name="RunId">The run that it failed in.</param>
/// <param name="Path">Its place there.</param>
/// <param name="Queue">Where it waited.</param>
/// <param name="TaskId">What its body is found by.</param>
internal sealed record DeadLetter(string Name, string RunId, string Path, string Queue, string TaskId)
{
    internal required int Attempt { get; init; }

    internal required int Deliveries { get; init; }

    /// <summary>The worker that had it last.</summary>
    internal required string LastWorker { get; init; }

    internal required DateTimeOffset At { get; init; }

    /// <summary>Why it is here: <c>crashed</c>.</summary>
    internal required string Reason { get; init; }

    internal required byte[] Input { get; init; }
}
