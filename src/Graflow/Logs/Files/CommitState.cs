namespace Graflow.Logs;

/// <summary>What the committer has to do with a journal.</summary>
internal enum CommitState
{
    Idle,
    Queued,
    Running,
    RunningAgain,
}
