namespace Graflow.Redis.Runs;

/// <summary>A run as its new driver finds it.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Epoch">Proves that it is this driver's: grows with each.</param>
/// <param name="Position">How much was ever done to it: what the driver does next has the position after it.</param>
internal sealed record OwnedRun(string RunId, long Epoch, long Position)
{
    /// <summary>Its log.</summary>
    internal IReadOnlyList<ReadOnlyMemory<byte>> Records { get; init; } = [];

    /// <summary>What attempts have come to that an earlier driver handed over; some may be in the log already.</summary>
    internal IReadOnlyList<TaskOutcome> Outcomes { get; init; } = [];

    /// <summary>Whether nobody has driven the run before.</summary>
    internal bool IsNew => Epoch == 1;

    /// <summary>The last outcome that was there when the run was taken; empty where no driver was before this one. What came later may belong to an attempt that this one has not handed over yet.</summary>
    internal string SeenOutcome => IsNew ? "" : Outcomes is [.., var last] ? last.EntryId : "0-0";
}
