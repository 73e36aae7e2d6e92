namespace Graflow.Bench.Floors;

/// <summary>A graph as flat arrays, in topological order: vertex 0 holds the run's input, the last vertex is the output.</summary>
internal sealed class Dag
{
    private readonly int[] _parents;
    private readonly int[] _parentEnds;
    private readonly int[] _children;
    private readonly int[] _childEnds;

    public Dag(IReadOnlyList<(VertexBody? Body, int[] Parents)> vertices)
    {
        Bodies = [.. vertices.Select(vertex => vertex.Body)];
        InDegrees = [.. vertices.Select(vertex => vertex.Parents.Length)];
        (_parents, _parentEnds) = Flatten(vertices.Select(vertex => vertex.Parents));
        var children = Enumerable.Range(0, vertices.Count).Select(_ => new List<int>()).ToArray();
        for (var v = 0; v < vertices.Count; v++)
        {
            Array.ForEach(vertices[v].Parents, parent => children[parent].Add(v));
        }

        (_children, _childEnds) = Flatten(children);
    }

    public VertexBody?[] Bodies { get; }

    public int[] InDegrees { get; }

    public int Count => Bodies.Length;

    /// <summary>Vertices that run; the input does not.</summary>
    public int Tasks => Count - 1;

    public int Output => Count - 1;

    public ReadOnlySpan<int> Parents(int vertex) => Slice(_parents, _parentEnds, vertex);

    public ReadOnlySpan<int> Children(int vertex) => Slice(_children, _childEnds, vertex);

    /// <summary>Runs a vertex's body and keeps its value.</summary>
    public void Execute(int vertex, int[] values) => values[vertex] = Bodies[vertex]!.Invoke(values, Parents(vertex));

    /// <summary>The right result: every vertex in order, on this thread.</summary>
    public int Evaluate(int input)
    {
        var values = new int[Count];
        values[0] = input;
        for (var v = 1; v < Count; v++)
        {
            Execute(v, values);
        }

        return values[Output];
    }

    private static ReadOnlySpan<int> Slice(int[] items, int[] ends, int vertex)
    {
        var start = vertex == 0 ? 0 : ends[vertex - 1];
        return items.AsSpan(start, ends[vertex] - start);
    }

    private static (int[] Items, int[] Ends) Flatten(IEnumerable<IReadOnlyList<int>> lists)
    {
        var items = new List<int>();
        var ends = new List<int>();
        foreach (var list in lists)
        {
            items.AddRange(list);
            ends.Add(items.Count);
        }

        return ([.. items], [.. ends]);
    }
}
