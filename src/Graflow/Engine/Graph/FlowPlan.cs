using System.Diagnostics.CodeAnalysis;

namespace Graflow.Engine;

/// <summary>A flow as flat arrays: what runs after what. Compiled once for each flow value, immutable, shared by all runs.</summary>
internal sealed class FlowPlan
{
    private readonly Dictionary<(string Id, string Path), int> _tasks;
    private readonly int[] _successorStart;
    private readonly int[] _successors;
    private readonly object _name;
    private GroupBranch?[]? _branches;

    internal FlowPlan(Vertex[] vertices, int output, LaneTemplate[] lanes, Dictionary<(string Id, string Path), int> tasks, object name)
    {
        Vertices = vertices;
        Output = output;
        Lanes = lanes;
        _name = name;
        _tasks = tasks;
        (_successorStart, _successors) = InvertEdges(vertices);
        foreach (var vertex in vertices)
        {
            vertex.ReleasedInputs = Array.FindAll(vertex.Inputs, input => vertices[input].HoldsReferences);
        }

        InputCounts = Array.ConvertAll(vertices, static vertex => vertex.Inputs.Length);
        HasInterrupts = Array.Exists(vertices, static vertex => vertex.Interrupts);
        HasPriorities = Array.Exists(vertices, static vertex => vertex is ITaskVertex { Priority: not 0 } or MapVertex { Body.HasPriorities: true });
        HasTimeouts = Array.Exists(vertices, static vertex => vertex is ITaskVertex { Node.EffectiveOptions.Timeout: not null } or MapVertex { Body.HasTimeouts: true } || vertex.Interrupts);
        LeavesProcess = Array.Exists(lanes, static lane => lane.Execution.LeavesProcess);
        Frames = new FramePool(this);
    }

    /// <summary>All vertices, predecessors first; vertex 0 is the input.</summary>
    internal Vertex[] Vertices { get; }

    /// <summary>The vertex whose value is the plan's output. All others are its ancestors, so it settles last.</summary>
    internal int Output { get; }

    /// <summary>The plan's lanes; the entry 0 stands for the lane around the whole plan.</summary>
    internal LaneTemplate[] Lanes { get; }

    /// <summary>The flow as text.</summary>
    internal string Name => field ??= _name.ToString()!;

    /// <summary>For each vertex, how many edges lead to it.</summary>
    internal int[] InputCounts { get; }

    internal bool HasInterrupts { get; }

    internal bool HasPriorities { get; }

    /// <summary>Whether a body may have to be abandoned, so that it must not hold the caller's thread.</summary>
    internal bool HasTimeouts { get; }

    /// <summary>Whether a part of the plan places bodies in other processes.</summary>
    internal bool LeavesProcess { get; }

    /// <summary>The engine that last found that it can run the plan, and whether that holds for other processes too.</summary>
    internal PlanApproval? CheckedBy { get; set; }

    internal FramePool Frames { get; }

    /// <summary>What a resumed run relies on; put together when it is first asked for.</summary>
    internal PlanStructure Structure => field ??= PlanStructure.Of(this);

    /// <summary>Whether it is known that a journal can hold all that runs of the plan write down.</summary>
    internal bool IsRecordable { get; set; }

    /// <summary>The bound values: the plan's own, then those of its maps' bodies.</summary>
    internal IReadOnlyList<Vertex> Bound => field ??=
    [
        .. Vertices.Where(static vertex => vertex is IBindVertex),
        .. Vertices.OfType<MapVertex>().SelectMany(static map => map.Body.Bound),
    ];

    internal ReadOnlySpan<int> SuccessorsOf(int vertex) =>
        new(_successors, _successorStart[vertex], _successorStart[vertex + 1] - _successorStart[vertex]);

    /// <summary>The ids of all tasks, waits and delays, those of maps' bodies included, in plan order.</summary>
    internal IReadOnlyList<string> TaskIds => field ??= [.. Vertices.SelectMany(static vertex => vertex switch
    {
        ITaskVertex or IWaitVertex => [vertex.Id],
        MapVertex map => map.Body.TaskIds,
        _ => Enumerable.Empty<string>(),
    }).Distinct()];

    /// <summary>The ids of the tasks, waits and delays of the plan itself, in plan order.</summary>
    internal IReadOnlyList<string> OwnTaskIds => field ??= [.. Vertices.Where(static vertex => vertex is ITaskVertex or IWaitVertex).Select(static vertex => vertex.Id)];

    /// <summary>The innermost group branch around a vertex; null when there is none.</summary>
    internal GroupBranch? BranchOf(int vertex) => (_branches ??= BranchMap.Of(this))[vertex];

    internal bool TryFind(TaskNode node, [NotNullWhen(true)] out Vertex? vertex)
    {
        vertex = _tasks.TryGetValue((node.Id, node.Path), out var index) ? Vertices[index] : null;
        return vertex is not null;
    }

    private static (int[] Start, int[] Successors) InvertEdges(Vertex[] vertices)
    {
        var start = new int[vertices.Length + 1];
        foreach (var vertex in vertices)
        {
            foreach (var input in vertex.Inputs)
            {
                start[input + 1]++;
            }
        }

        for (var i = 0; i < vertices.Length; i++)
        {
            start[i + 1] += start[i];
        }

        var successors = new int[start[^1]];
        var next = start.AsSpan(0, vertices.Length).ToArray();
        foreach (var vertex in vertices)
        {
            foreach (var input in vertex.Inputs)
            {
                successors[next[input]++] = vertex.Index;
            }
        }

        return (start, successors);
    }
}
