namespace Graflow.Redis.Runs;

/// <summary>A run that is to begin.</summary>
/// <param name="RunId">Its id.</param>
internal sealed record RunStart(string RunId)
{
    /// <summary>What a worker must know to drive it, such as its workflow's name with the structure's hash; null when only who opens it by its id will.</summary>
    internal string? Flow { get; init; }

    /// <summary>The first driver; null leaves the run to whoever comes.</summary>
    internal Driver? Driver { get; init; }

    /// <summary>The first records of its log.</summary>
    internal IReadOnlyCollection<byte[]> Records { get; init; } = [];
}
