namespace Graflow.Redis.Runs;

/// <summary>A run as its new driver finds it.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Epoch">Proves that it is this driver's: grows with each.</param>
/// <param name="Position">How many records were ever written.</param>
/// <param name="LiveTasks">The places of the tasks that wait or run. Taken before the log is read, so that what is neither here nor has an outcome there was never submitted.</param>
internal sealed record OwnedRun(string RunId, long Epoch, long Position, IReadOnlyList<string> LiveTasks);
