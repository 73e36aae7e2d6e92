namespace Graflow.Engine;

/// <summary>A worker of the fleet, whichever takes the attempt out of the queue first.</summary>
/// <param name="tasks">What of the run is in its queues.</param>
/// <param name="queue">The queue's name.</param>
internal sealed class QueuePlace(SubmittedTasks tasks, string queue) : BodyPlace
{
    internal SubmittedTasks Tasks => tasks;

    internal string Queue => queue;

    internal override ValueTask EnterAsync(int priority, bool hasTimeout, CancellationToken cancellationToken) => default;

    public override void Dispose()
    {
    }
}
