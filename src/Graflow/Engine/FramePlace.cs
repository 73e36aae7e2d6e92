namespace Graflow.Engine;

/// <summary>Where a frame stands in its run, as the beginning or the end of its vertices' paths. Immutable.</summary>
internal abstract class FramePlace
{
    internal static FramePlace Run { get; } = new RunPlace();

    internal abstract string PathOf(string id);

    private sealed class RunPlace : FramePlace
    {
        internal override string PathOf(string id) => id;
    }

    /// <summary>An element of a map: <c>Orders.Sum[3]</c>.</summary>
    internal sealed class Element(FramePlace outer, int index) : FramePlace
    {
        internal override string PathOf(string id) => $"{outer.PathOf(id)}[{index}]";
    }

    /// <summary>What a task continued with: <c>Orders.Route#1/Orders.Image</c>.</summary>
    internal sealed class Continuation(VertexPlace task, int iteration) : FramePlace
    {
        internal override string PathOf(string id) => $"{task with { Iteration = iteration }}/{id}";
    }

    /// <summary>A side task: <c>Orders.Fetch!0/Orders.Audit</c>.</summary>
    internal sealed class Side(VertexPlace spawner, int number) : FramePlace
    {
        internal override string PathOf(string id) => $"{spawner}!{number}/{id}";
    }
}
