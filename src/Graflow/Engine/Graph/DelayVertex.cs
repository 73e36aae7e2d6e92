using System.Runtime.CompilerServices;
using Graflow.CompilerServices;

namespace Graflow.Engine;

/// <summary>Hands the value of <paramref name="source"/> on after a time.</summary>
internal sealed class DelayVertex<T>(VertexSite site, int source, TimeSpan time) : Vertex(site), IWaitVertex
{
    string? IWaitVertex.Name => null;

    string? IWaitVertex.Key => null;

    TimeSpan? IWaitVertex.Time => Time;

    public Type ValueType => typeof(T);

    internal int Source { get; } = source;

    internal TimeSpan Time { get; } = time;

    internal override bool HoldsReferences => RuntimeHelpers.IsReferenceOrContainsReferences<T>();

    Signal IWaitVertex.Answer(string id, string? key, object value) => throw new InvalidOperationException("A delay waits for no signal.");

    internal override VertexState CreateState(Frame frame) => new DelayState<T>(frame, this);

    internal override VertexStructure Structure(PayloadShapes shapes, bool isEnd) => new() { Kind = VertexKinds.Delay, Values = [Source], Output = isEnd ? shapes.Of<T>() : "" };
}
