namespace Graflow.Dsl;

/// <summary>What <c>Named</c>, <c>WithPolicy</c> and <c>WithExecution</c> say of a group.</summary>
internal sealed record GroupSettings(string? Name = null, GroupPolicy? Policy = null, Execution? Execution = null)
{
    internal static GroupSettings Default { get; } = new();
}
