using System.Globalization;
using System.Text;

namespace Graflow;

/// <summary>A run was to go on with a flow that is not the one it was started with: its records would mean something else. Members that were appended to payloads, and options, limits and functions, may change.</summary>
public sealed class FlowChangedException : GraflowException
{
    private const int MaxShown = 20;

    internal FlowChangedException(string runId, string workflow, IReadOnlyList<string> changes)
        : base(Say(runId, workflow, changes))
    {
        (RunId, Workflow, Changes) = (runId, workflow, changes);
    }

    /// <summary>The run.</summary>
    public string RunId { get; }

    /// <summary>The workflow that it was started with.</summary>
    public string Workflow { get; }

    /// <summary>What changed, a sentence each: tasks added, removed and retyped, edges moved, branches and policies changed.</summary>
    public IReadOnlyList<string> Changes { get; }

    private static string Say(string runId, string workflow, IReadOnlyList<string> changes)
    {
        var text = new StringBuilder($"Run {runId} was started with another version of {workflow}, and cannot go on with this one. What changed:");
        foreach (var change in changes.Take(MaxShown))
        {
            text.Append("\n- ").Append(change);
        }

        if (changes.Count > MaxShown)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- and {changes.Count - MaxShown} more");
        }

        return text.Append("\nResume it with the program that started it, or start a new run.").ToString();
    }
}
