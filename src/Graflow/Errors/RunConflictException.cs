namespace Graflow;

/// <summary>A run was started with the id of another one.</summary>
public sealed class RunConflictException : GraflowException
{
    internal RunConflictException(string runId, string found, string asked)
        : base($"Run {runId} exists already and is another one: it is {found}, not {asked}. Give the new run an id of its own, or start it with the same workflow and input to get that run.")
    {
        RunId = runId;
    }

    /// <summary>The run that exists.</summary>
    public string RunId { get; }
}
