namespace Graflow.Workers;

/// <summary>Starts workers: child processes, or containers. Called concurrently.</summary>
internal interface IWorkerLauncher
{
    /// <summary>Sees to what all workers need, such as a container's image; called before each start, and not counted among the time that a start may take.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask PrepareAsync(CancellationToken cancellationToken) => default;

    /// <summary>Starts one worker and connects its streams.</summary>
    /// <param name="cancellationToken">Fires when the start takes too long or nobody wants the worker any more; nothing of it is left then.</param>
    /// <exception cref="GraflowException">It cannot be started; the message says why and what to do.</exception>
    ValueTask<IWorkerHandle> LaunchAsync(CancellationToken cancellationToken);
}
