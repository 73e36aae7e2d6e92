using System.Text;

namespace Graflow;

/// <summary>A parallel group failed: under a strict policy because a branch did, under a tolerant one because the policy said so, in a race because all branches did.</summary>
public sealed class ParallelGroupException : GraflowException
{
    internal ParallelGroupException(string groupId, BranchVerdict verdict)
        : base(Describe(groupId, verdict), verdict.Failed.FirstOrDefault(static branch => branch.Failure is not null)?.Failure?.Exception)
    {
        GroupId = groupId;
        Failed = verdict.Failed;
        Succeeded = verdict.Succeeded;
    }

    /// <summary>The group's name, or its path in the run.</summary>
    public string GroupId { get; }

    /// <summary>The branches without a value, in branch order; those cancelled because of a sibling have no failure.</summary>
    public IReadOnlyList<BranchResult> Failed { get; }

    /// <summary>The branches with a value, in branch order.</summary>
    public IReadOnlyList<BranchResult> Succeeded { get; }

    private static string Describe(string groupId, BranchVerdict verdict)
    {
        var total = verdict.Failed.Count + verdict.Succeeded.Count;
        var text = new StringBuilder($"{groupId}: {verdict.Failed.Count} of {total} branches {(verdict.Failed.Count == 1 ? "has" : "have")} no result");
        foreach (var branch in verdict.Failed.Take(5))
        {
            text.Append("; ").Append(branch.Failure is { } failure ? failure.ToString().TrimEnd('.') : $"{branch.TaskId} was cancelled");
        }

        return text.Append(verdict.Failed.Count > 5 ? "; …" : ".").ToString();
    }
}
