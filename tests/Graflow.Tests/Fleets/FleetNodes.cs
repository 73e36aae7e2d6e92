using Graflow.CompilerServices;
using Graflow.Tests.Workers;

namespace Graflow.Tests.Fleets;

/// <summary>Tasks and workflows made on the spot; the registry is the process's, so that each has a name of its own.</summary>
internal static class FleetNodes
{
    internal static TestNode<TIn, TOut> Task<TIn, TOut>(Func<TIn, TaskContext<TIn>, ValueTask<Next<TOut>>> body) => new TestNode<TIn, TOut>($"Fleet.T{Guid.NewGuid():N}", body).Registered();

    internal static TestNode<int, int> Task(Func<int, int> body) => Task<int, int>((input, _) => new(new Next<int>(body(input))));

    internal static Flow<TIn, TOut> Workflow<TIn, TOut>(Flow<TIn, TOut> flow)
    {
        GraflowRegistry.Add(new WorkflowRegistration<TIn, TOut>($"Fleet.W{Guid.NewGuid():N}", () => flow));
        return flow;
    }
}
