using Graflow.Redis.Keys;

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
    internal int Delivery { get; init; } = 1;

    internal required byte[] Input { get; init; }

    /// <summary>Whether what the input was stored as is not there.</summary>
    internal bool IsInputGone { get; init; }

    internal string? TraceParent { get; init; }

    internal byte[]? Extra { get; init; }

    /// <param name="name">Its name among all tasks of the cell.</param>
    /// <param name="nonce">Proves the claim.</param>
    /// <param name="spec">What its driver says of it. An input that is stored elsewhere counts as gone until it is there.</param>
    internal static ClaimedTask Of(string name, byte[] nonce, in TaskSpec spec)
    {
        var end = name.IndexOf('/', StringComparison.Ordinal);
        return new ClaimedTask(name, nonce, new RunName(name[..end]).RunId, name[(end + 1)..], spec.TaskId)
        {
            Queue = spec.Queue,
            Attempt = spec.Attempt,
            Input = spec.Input,
            IsInputGone = spec.StoredInput.Length > 0,
            TraceParent = spec.TraceParent.Length > 0 ? spec.TraceParent : null,
            Extra = spec.Extra.Length > 0 ? spec.Extra : null,
        };
    }

    /// <summary>Says what became of it.</summary>
    internal FinishedTask Finish(FinishKind kind, byte[] value) => new(Name, Attempt, Nonce, kind, value) { Delivery = Delivery };
}
