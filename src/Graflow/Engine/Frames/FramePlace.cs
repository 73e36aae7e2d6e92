namespace Graflow.Engine;

/// <summary>Where a frame stands in its run, as the beginning or the end of its vertices' paths. Immutable.</summary>
internal abstract class FramePlace(int depth)
{
    // Runaways nest without end; their paths must not.
    private const int MaxShownDepth = 64;

    internal static FramePlace Run { get; } = new RunPlace();

    private int Depth { get; } = depth;

    internal string PathOf(string id) => Depth > MaxShownDepth ? $"…/{id}" : Describe(id);

    private protected abstract string Describe(string id);

    private sealed class RunPlace() : FramePlace(depth: 0)
    {
        private protected override string Describe(string id) => id;
    }

    /// <summary>An element of a map: <c>Orders.Sum[3]</c>.</summary>
    internal sealed class Element(FramePlace outer, int index) : FramePlace(outer.Depth + 1)
    {
        private protected override string Describe(string id) => $"{outer.PathOf(id)}[{index}]";
    }

    /// <summary>What a task continued with: <c>Orders.Route#1/Orders.Image</c>.</summary>
    internal sealed class Continuation(VertexPlace task, int iteration) : FramePlace(task.Frame.Depth + 1)
    {
        private protected override string Describe(string id) => $"{task with { Iteration = iteration }}/{id}";
    }

    /// <summary>A side task: <c>Orders.Fetch!0/Orders.Audit</c>.</summary>
    internal sealed class Side(VertexPlace spawner, int number) : FramePlace(spawner.Frame.Depth + 1)
    {
        private protected override string Describe(string id) => $"{spawner}!{number}/{id}";
    }

    /// <summary>A side task from before a resume, whose spawner is known by its path.</summary>
    internal sealed class RecordedSide(FramePlace scope, string spawner, int number) : FramePlace(scope.Depth + 1)
    {
        private protected override string Describe(string id) => $"{spawner}!{number}/{id}";
    }
}
