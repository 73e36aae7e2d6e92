namespace Graflow.Fleets;

/// <summary>A run of a fleet, as somebody sees it who does not drive it.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="WaitAsync">Waits for its end: its output, or what ended it, as whoever drove it was told.</param>
internal sealed record FleetRunHandle<TOut>(string RunId, Func<CancellationToken, Task<TOut>> WaitAsync);
