namespace Graflow.Bench.Harness;

/// <summary>How long a workload may take.</summary>
/// <param name="WarmUp">At most, for each peer.</param>
/// <param name="Measuring">For all rounds of all peers together, once the fewest rounds are done.</param>
/// <param name="FewestRounds">However long they take.</param>
/// <param name="MostRounds">However short they are.</param>
internal sealed record Effort(TimeSpan WarmUp, TimeSpan Measuring, int FewestRounds, int MostRounds)
{
    public static Effort Quick { get; } = new(TimeSpan.FromMilliseconds(450), TimeSpan.FromMilliseconds(700), 5, 60);

    public static Effort Full { get; } = new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(12), 15, 500);
}
