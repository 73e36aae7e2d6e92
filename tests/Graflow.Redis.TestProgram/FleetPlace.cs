namespace Graflow.Redis.TestProgram;

/// <summary>Where a fleet is, and what its processes have agreed on.</summary>
/// <param name="Redis">The server or servers.</param>
/// <param name="Lease">How long a process that is silent keeps what it has.</param>
/// <param name="Cells">Over how many slots the runs are spread.</param>
/// <param name="Kept">How many ended runs are kept.</param>
public sealed record FleetPlace(string Redis, TimeSpan Lease, int Cells = 1, int Kept = 20_000)
{
    /// <summary>How long a command may take; null as it is by default. For this process only.</summary>
    public TimeSpan? Timeout { get; init; }

    public void Configure(RedisOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Lease = Lease;
        options.Cells = Cells;
        options.Retention.Count = Kept;
        options.CommandTimeout = Timeout ?? options.CommandTimeout;
    }
}
