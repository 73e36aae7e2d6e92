using System.Runtime.CompilerServices;
using Graflow.CompilerServices;

namespace Graflow.Engine;

/// <summary>Waits for a signal.</summary>
internal sealed class WaitVertex<T>(VertexSite site, string name, TimeSpan? timeout, string? key) : Vertex(site), IWaitVertex
{
    string? IWaitVertex.Name => Name;

    public string? Key { get; } = key;

    public TimeSpan? Time { get; } = timeout;

    public Type ValueType => typeof(T);

    internal string Name { get; } = name;

    internal override bool HoldsReferences => RuntimeHelpers.IsReferenceOrContainsReferences<T>();

    public Signal Answer(string id, string? key, object value) => new Signal<T>(id, Name, key, (T)value);

    internal override VertexState CreateState(Frame frame) => new WaitState<T>(frame, this);

    internal override VertexStructure Structure(PayloadShapes shapes, bool isEnd) => new() { Kind = VertexKinds.Wait, Name = Name, Orders = Inputs, Output = shapes.Of<T>(), Rule = Key ?? "" };
}
