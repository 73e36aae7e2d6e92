using Graflow.CompilerServices;

namespace Graflow.Plans;

/// <summary>Lets a task read the branches of a plain group directly when it is the group's only consumer: half the vertices of a flow of joins.</summary>
internal static class JoinFusion
{
    internal static void Run(Vertex[] vertices)
    {
        // A side task belongs to the group around its spawner, which must then be there.
        if (Array.Exists(vertices, static vertex => vertex is ITaskVertex task && MaySpawn(task.Node)))
        {
            return;
        }

        var consumers = new int[vertices.Length];
        foreach (var vertex in vertices)
        {
            foreach (var input in vertex.Inputs)
            {
                consumers[input]++;
            }

            if (vertex.RegionInput >= 0)
            {
                consumers[vertex.RegionInput]++;
            }
        }

        foreach (var vertex in vertices)
        {
            if (vertex is ITaskVertex task
                && vertices[vertex.Inputs[0]] is GroupVertex { Shape.Policy: StrictPolicy { CancelsOnFailure: false } } group
                && consumers[group.Index] == 1
                && task.TryJoin(group))
            {
                vertex.Inputs = [.. group.Inputs, .. vertex.Inputs[1..]];
                group.Inputs = [];
                group.IsFused = true;
            }
        }
    }

    private static bool MaySpawn(TaskNode node) =>
        node.Descriptor.Injection.HasFlag(TaskInjection.Context) || node.EffectiveOptions.Handler != HandlerCollection.Direct;
}
