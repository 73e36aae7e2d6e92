namespace Graflow;

/// <summary>How long runs that have ended are kept, with their logs. Runs that have not ended are kept for ever. Every process of a fleet should say the same: each removes what its own settings let go.</summary>
public sealed class RedisRetention
{
    /// <summary>How long a run is kept after its end. Default one day; zero keeps none.</summary>
    public TimeSpan Age { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How many are kept at most, in each of <see cref="RedisOptions.Cells"/>; the oldest go first. Default 10,000.</summary>
    public int Count { get; set; } = 10_000;
}
