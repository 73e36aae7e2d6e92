namespace Graflow.Json;

/// <summary>What a command tells that changed a dead letter.</summary>
/// <param name="Id">The letter.</param>
/// <param name="Status"><c>redriven</c> or <c>dropped</c>.</param>
internal sealed record ChangedLetter(string Id, string Status)
{
    /// <summary>The run that tries the task again; absent where none does.</summary>
    public string? RunId { get; init; }

    /// <summary>The other letters that are gone with this one, since that run tries their tasks too; absent where there are none.</summary>
    public IReadOnlyList<string>? Others { get; init; }
}
