namespace Graflow.Engine;

/// <summary>Reads the outputs of a group's branches, once all of them ended.</summary>
internal readonly struct BranchReader(VertexState[] states, int[] branches, SideTaskFailures? sideTasks)
{
    internal int Count => branches.Length;

    /// <summary>A branch's value; only where all branches have one.</summary>
    internal T Read<T>(int branch) => states[branches[branch]].Read<T>();

    /// <summary>A branch's value, or why there is none.</summary>
    internal Outcome<T> Outcome<T>(int branch)
    {
        var outcome = states[branches[branch]].ReadOutcome<T>();
        return outcome.IsSuccess && sideTasks?.Of(branch) is { } failure ? new Outcome<T>(OutcomeKind.Failed, failure) : outcome;
    }

    internal T[] ReadAll<T>()
    {
        var values = new T[Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Read<T>(i);
        }

        return values;
    }

    internal Outcome<T>[] AllOutcomes<T>()
    {
        var outcomes = new Outcome<T>[Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = Outcome<T>(i);
        }

        return outcomes;
    }
}
