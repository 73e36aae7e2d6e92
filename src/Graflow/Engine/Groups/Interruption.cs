namespace Graflow.Engine;

/// <summary>Cancels what nobody needs any more: a branch that lost its race, and everything that only this branch waited for.</summary>
internal static class Interruption
{
    /// <summary>A consumer gave up on a vertex. What was marked is settled only after everything is marked, so that the run cannot end in between.</summary>
    internal static void Release(Worker worker, Frame frame, int vertex)
    {
        var cancelled = Mark(frame, vertex);
        if (cancelled.Count == 0)
        {
            return;
        }

        frame.Driver.MarkUnclean();
        foreach (var state in cancelled)
        {
            frame.Driver.Durable?.TaskCancelled(state);
            if (worker.Settle(state, VertexStatus.Cancelled) is { } ready)
            {
                worker.Push(ready);
                frame.Driver.Wake();
            }
        }
    }

    private static List<VertexState> Mark(Frame frame, int vertex)
    {
        var cancelled = new List<VertexState>();
        var released = new Stack<int>([vertex]);
        while (released.TryPop(out var index))
        {
            var state = frame.States[index];
            if (!state.ReleaseNeed() || !state.TryCancel())
            {
                continue;
            }

            cancelled.Add(state);
            if (state.HasReleasedInputs)
            {
                continue;
            }

            foreach (var input in state.Vertex.Inputs)
            {
                released.Push(input);
            }
        }

        return cancelled;
    }
}
