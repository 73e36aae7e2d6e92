namespace Graflow;

/// <summary>The stored input of a task is not in Redis any more, so that no worker can run it: keys were deleted, or the server lost its latest data.</summary>
public sealed class StoredInputGoneException : GraflowException
{
    internal StoredInputGoneException(string path, string runId)
        : base($"The input of {path} of run {runId} is not in Redis any more, though the task is: keys were deleted by hand, evicted, or lost when the server went down. Start the run again, and check maxmemory-policy and appendonly.")
    {
    }
}
