namespace Graflow.Engine;

/// <summary>Who runs first among ready vertices: higher priority, then inner frames before outer ones, then the order in which the flow is written, then the order of arrival.</summary>
internal readonly record struct ReadyOrder(int Priority, int Depth, int Index, long Sequence) : IComparable<ReadyOrder>
{
    public int CompareTo(ReadyOrder other) => Priority != other.Priority ? other.Priority.CompareTo(Priority)
        : Depth != other.Depth ? other.Depth.CompareTo(Depth)
        : Index != other.Index ? Index.CompareTo(other.Index)
        : Sequence.CompareTo(other.Sequence);

    internal static ReadyOrder Of(VertexState ready, long sequence) =>
        new((ready.Vertex as ITaskVertex)?.Priority ?? 0, ready.Frame.Depth, ready.Vertex.Index, sequence);
}
