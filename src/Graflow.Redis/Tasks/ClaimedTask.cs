namespace Graflow.Redis.Tasks;

/// <summary>A task that a worker has claimed.</summary>
/// <param name="Name">Its name among all tasks of the cell.</param>
/// <param name="Nonce">Proves the claim: new with each.</param>
/// <param name="RunId">Its run.</param>
/// <param name="Path">Its place in the run.</param>
/// <param name="TaskId">What its body is found by.</param>
internal sealed record ClaimedTask(string Name, byte[] Nonce, string RunId, string Path, string TaskId)
{
    internal required string Queue { get; init; }

    internal required int Attempt { get; init; }

    /// <summary>The how-manyth claim of this attempt it is, from 1.</summary>
    internal required int Delivery { get; init; }

    internal required byte[] Input { get; init; }

    /// <summary>Whether what the input was stored as is not there.</summary>
    internal bool IsInputGone { get; init; }

    internal string? TraceParent { get; init; }

    internal byte[]? Extra { get; init; }

    /// <summary>Says what became of it.</summary>
    internal FinishedTask Finish(FinishKind kind, byte[] value) => new(Name, Attempt, Nonce, kind, value) { Delivery = Delivery };
}
