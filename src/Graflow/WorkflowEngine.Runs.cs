namespace Graflow;

public sealed partial class WorkflowEngine
{
    /// <summary>Whether the engine keeps a log of its runs, so that they survive their process.</summary>
    public bool HasLog => Store is not null;

    /// <summary>The runs in the engine's log: those of earlier processes, of others, and those that have ended.</summary>
    public WorkflowRuns Runs => field ??= new WorkflowRuns(this);
}
