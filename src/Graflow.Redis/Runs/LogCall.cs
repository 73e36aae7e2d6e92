namespace Graflow.Redis.Runs;

/// <summary>What travels to a run in one call.</summary>
/// <param name="First">The place of its first item among all that was added to the sender, from 1.</param>
/// <param name="Items">The items.</param>
internal sealed record LogCall(long First, IReadOnlyList<LogItem> Items)
{
    internal long Last => First + Items.Count - 1;

    internal bool IsWritten { get; set; }
}
