namespace Graflow.Tests.Fleets;

/// <summary>A store, and at least one worker that serves its queues <c>default</c> and <c>gpu</c> with what <see cref="FleetCases.Configure"/> sets.</summary>
public interface IFleetUnderTest : IAsyncDisposable
{
    /// <summary>An engine that keeps its runs in the store and hands bodies to the queue <c>default</c>; each call makes another one, as another program does.</summary>
    WorkflowEngine Driver(Action<WorkflowEngineOptions>? configure = null);
}
