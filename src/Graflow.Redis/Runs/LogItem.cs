namespace Graflow.Redis.Runs;

/// <summary>What waits in a journal to be sent.</summary>
/// <param name="Position">Its position in the journal.</param>
/// <param name="Place">Its place in the run's log, over all drivers.</param>
/// <param name="Record">The record.</param>
/// <param name="Alone">What is sent instead of a record, on its own.</param>
internal readonly record struct LogItem(long Position, long Place, byte[]? Record, Func<Task<LogReply>>? Alone = null);
