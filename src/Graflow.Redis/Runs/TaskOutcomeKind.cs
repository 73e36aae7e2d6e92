namespace Graflow.Redis.Runs;

/// <summary>What became of a task.</summary>
internal enum TaskOutcomeKind
{
    /// <summary>It gave an output.</summary>
    Succeeded,

    /// <summary>Its body failed.</summary>
    Failed,

    /// <summary>Its workers died over it; the value is how often, and which was the last.</summary>
    Crashed,
}
