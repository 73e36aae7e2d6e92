namespace Graflow.Plans;

/// <summary>Finds vertices that wait for themselves.</summary>
internal static class CycleCheck
{
    /// <exception cref="FlowDefinitionException">There is a cycle (GRF101); the message names its path.</exception>
    internal static void ThrowOnCycle(Vertex[] vertices)
    {
        // Inputs almost always come before their users; where all do, there can be no cycle.
        if (Array.TrueForAll(vertices, static vertex => Array.TrueForAll(vertex.Inputs, input => input < vertex.Index)))
        {
            return;
        }

        var inputs = Array.ConvertAll(vertices, static vertex => new List<int>(vertex.Inputs));
        foreach (var vertex in vertices)
        {
            foreach (var input in vertex.Inputs)
            {
                if (input > vertex.Index && FindPath(inputs, from: input, to: vertex.Index) is { } path)
                {
                    throw Cycle(path.Select(index => vertices[index]));
                }
            }
        }
    }

    internal static FlowDefinitionException Cycle(IEnumerable<Vertex> path)
    {
        var tasks = path.Where(static vertex => vertex is ITaskVertex or IWaitVertex).Select(static vertex => vertex.Id).ToList();
        return new FlowDefinitionException(
            $"The flow has a cycle: {string.Join(" → ", tasks.Append(tasks[0]))}. Loops are written with Next.To; to run a task a second time, use .As(\"…\").", "GRF101");
    }

    /// <summary>Walks from a vertex to its inputs until it meets another one.</summary>
    /// <returns>The way from <paramref name="to"/>, downstream, to <paramref name="from"/>; null when there is none.</returns>
    internal static List<int>? FindPath(IReadOnlyList<List<int>> inputs, int from, int to)
    {
        var cameFrom = new Dictionary<int, int> { [from] = -1 };
        var open = new Stack<int>([from]);
        while (open.TryPop(out var index))
        {
            if (index == to)
            {
                var path = new List<int>();
                for (var i = to; i >= 0; i = cameFrom[i])
                {
                    path.Add(i);
                }

                return path;
            }

            foreach (var input in inputs[index])
            {
                if (cameFrom.TryAdd(input, index))
                {
                    open.Push(input);
                }
            }
        }

        return null;
    }
}
