namespace Graflow.Redis.Runs;

/// <summary>Somebody who drives runs.</summary>
/// <param name="Id">Who, uniquely; where wake-ups go.</param>
/// <param name="Text">Who, for people.</param>
/// <param name="Lease">For how long a run is its own without a heartbeat.</param>
internal sealed record Driver(string Id, string Text, TimeSpan Lease);
