using System.Collections.Concurrent;

namespace Graflow.Engine;

internal sealed partial class DurableRun
{
    private readonly ConcurrentDictionary<int, BoundValues> _bound = new();

    /// <summary>A bound value, as it was when what it stands in began to run.</summary>
    internal T BoundValueOf<T>(Frame frame, BindVertex<T> vertex)
    {
        var whole = frame;
        while (whole.Owner is VertexState { Vertex: MapVertex } map)
        {
            whole = map.Frame;
        }

        return BytesOf(whole.Number) is { } bytes
            ? _bound.GetOrAdd(whole.Number, static (_, known) => BoundValues.Read(known.Plan, known.Bytes), (whole.Plan, Bytes: bytes)).Of(vertex)
            : vertex.Value;
    }

    private ReadOnlyMemory<byte>? BytesOf(int frame) => frame == 0
        ? History!.Start.BoundValues
        : History!.FrameOf(frame) is { Structure: not null } known ? known.BoundValues : null;
}
