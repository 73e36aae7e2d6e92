namespace Graflow;

/// <summary>The thread pool, with or without a limit.</summary>
internal sealed class ThreadsExecution : Execution
{
    internal ThreadsExecution(int limit)
    {
        if (limit < 1)
        {
            throw new FlowDefinitionException($"Threads({limit}) could never run a body; give 1 or more, or Threads() for no limit.", "GRF302");
        }

        Limit = limit;
    }

    internal static ThreadsExecution Unlimited { get; } = new(int.MaxValue);

    internal override int Limit { get; }

    public override string ToString() => Limit == int.MaxValue ? "Threads()" : $"Threads({Limit})";
}
