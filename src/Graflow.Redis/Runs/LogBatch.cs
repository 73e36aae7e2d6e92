namespace Graflow.Redis.Runs;

/// <summary>What travels to a run's log in one call.</summary>
/// <param name="Last">The journal's position that is committed with it.</param>
/// <param name="Send">Sends it; may be called again.</param>
internal sealed record LogBatch(long Last, Func<Task<LogReply>> Send)
{
    internal bool IsWritten { get; set; }
}
