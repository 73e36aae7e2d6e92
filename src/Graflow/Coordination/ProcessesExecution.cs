using Graflow.Workers;

namespace Graflow;

/// <summary>Child processes of the same program, each running one body at a time.</summary>
internal sealed class ProcessesExecution : Execution
{
    internal ProcessesExecution(int count)
    {
        if (count < 1)
        {
            throw new FlowDefinitionException($"Processes({count}) could never run a body; give 1 or more.", "GRF302");
        }

        Count = count;
    }

    /// <summary>How many processes, and so how many bodies at once.</summary>
    internal int Count { get; }

    /// <summary>How many bodies may be on their way: the pool of processes sees to it that no more than <see cref="Count"/> run.</summary>
    internal override int Limit => (int)Math.Min((long)Count * WorkerSlot.Depth, int.MaxValue - 1);

    internal override bool LeavesProcess => true;

    public override string ToString() => $"Processes({Count})";
}
