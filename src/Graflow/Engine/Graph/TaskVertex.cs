using System.Runtime.CompilerServices;
using Graflow.CompilerServices;

namespace Graflow.Engine;

/// <summary>A task in a plan.</summary>
internal sealed class TaskVertex<TIn, TOut>(VertexSite site, TaskNode<TIn, TOut> node, int source) : Vertex(site), ITaskVertex
{
    TaskNode ITaskVertex.Node => Node;

    public int Priority => Options.Priority;

    internal TaskNode<TIn, TOut> Node { get; } = node;

    internal TaskOptions Options { get; } = node.EffectiveOptions;

    internal TaskBody Body { get; } = node.Descriptor.Body;

    /// <summary>The vertex whose value goes in; -1 when the task takes nothing.</summary>
    internal int Source { get; } = source;

    /// <summary>The group whose branches are read directly, in place of a vertex of its own; null when the input is another vertex's value.</summary>
    internal GroupVertex<TIn>? Join { get; private set; }

    Vertex? ITaskVertex.Join => Join;

    internal bool NeedsContext { get; } = node.Descriptor.Injection != TaskInjection.None;

    public bool CanLeave { get; } = node is not LambdaTask<TIn, TOut>;

    /// <summary>Whether an attempt is just a call of the body, with nothing around it.</summary>
    internal bool IsBare { get; } = node.EffectiveOptions is { Handler: "direct", Timeout: null, Limit: null, Cache: null, CircuitBreaker: null };

    internal override bool HoldsReferences => RuntimeHelpers.IsReferenceOrContainsReferences<TOut>();

    public bool TryJoin(Vertex group)
    {
        Join = group as GroupVertex<TIn>;
        return Join is not null;
    }

    public FlowTask Describe() => new(Id, Node.Id, typeof(TIn), typeof(TOut))
    {
        Parameters = Node.Descriptor.Parameters,
        Options = Node.Options,
        NextTargets = Node.Descriptor.NextTargets,
        Assembly = Node.Descriptor.Assembly,
    };

    internal override VertexState CreateState(Frame frame) => new TaskState<TIn, TOut>(frame, this);

    internal override VertexStructure Structure(PayloadShapes shapes, bool isEnd) => new()
    {
        Kind = VertexKinds.Task,
        Name = Id,
        Values = Source < 0 ? [] : [Source],
        Orders = Inputs[(Join?.Shape.Branches.Length ?? (Source < 0 ? 0 : 1))..],
        Input = TypeText.Of(typeof(TIn)),
        Output = shapes.Of<TOut>(),
    };
}
