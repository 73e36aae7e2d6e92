namespace Graflow.Logs;

/// <summary>What the files of one run hold, and what is left to do before one can go on writing.</summary>
/// <param name="Content">The records.</param>
/// <param name="Last">The header of the last file.</param>
/// <param name="End">Where its last record ends.</param>
/// <param name="Stale">The files that nothing is read from any more, or was ever.</param>
internal sealed record JournalImage(JournalContent Content, SegmentHeader Last, long End, IReadOnlyList<int> Stale)
{
    /// <summary>How long the last file is; longer than where its records end when a part of one was left.</summary>
    internal long Length { get; init; }
}
