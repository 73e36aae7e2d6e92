namespace Graflow.Bench.Harness;

/// <summary>One way to do a workload.</summary>
/// <param name="Name">Such as <c>graflow</c>, <c>scheduler</c>.</param>
/// <param name="Operations">Tasks or runs in one call.</param>
/// <param name="Run">Does the workload once and returns its result, which is checked.</param>
internal sealed record Peer(string Name, long Operations, Func<ValueTask<double>> Run)
{
    /// <summary>What <see cref="Run"/> must return; null where the result is itself the measurement.</summary>
    public double? Expected { get; init; }
}
