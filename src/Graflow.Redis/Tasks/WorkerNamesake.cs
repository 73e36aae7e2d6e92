namespace Graflow.Redis.Tasks;

/// <summary>A worker that has the id that another one wants.</summary>
/// <param name="Host">Its machine.</param>
/// <param name="ProcessId">Its process there.</param>
/// <param name="ListedUntil">Until when it has the id if it gives no more signs of life, by the server's clock.</param>
/// <param name="Left">How long that is from now.</param>
internal sealed record WorkerNamesake(string Host, string ProcessId, DateTimeOffset ListedUntil, TimeSpan Left);
