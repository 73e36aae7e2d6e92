namespace Graflow.Fleets;

/// <summary>What a process must have to drive a run: the workflow, exactly as it was when the run was started.</summary>
internal static class FleetFlow
{
    /// <param name="workflow">The workflow's name.</param>
    /// <param name="hash">The hash of its structure.</param>
    internal static string IdOf(string workflow, string hash) => $"{workflow}@{hash}";
}
