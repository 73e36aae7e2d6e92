namespace Graflow;

/// <summary>Workers of a fleet, wherever they are.</summary>
internal sealed class QueueExecution : Execution
{
    internal QueueExecution(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.AsSpan().ContainsAny('/', ' ', ',') || name.Contains(':', StringComparison.Ordinal))
        {
            throw new FlowDefinitionException($"No queue can be named \"{name}\". A name has letters, digits, '-', '_' and '.'.", "GRF302");
        }

        Name = name;
    }

    /// <summary>The queue of tasks that name none themselves.</summary>
    internal string Name { get; }

    internal override int Limit => int.MaxValue;

    internal override bool LeavesProcess => true;

    public override string ToString() => $"Redis(\"{Name}\")";
}
