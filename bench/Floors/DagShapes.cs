namespace Graflow.Bench.Floors;

/// <summary>The workloads' graphs. Vertex 0 is the input.</summary>
internal static class DagShapes
{
    public static Dag Chain(int length)
    {
        var step = new StepBody();
        return new Dag([(null, []), .. Enumerable.Range(0, length).Select(i => ((VertexBody?)step, new[] { i }))]);
    }

    /// <summary>One task, then <paramref name="width"/> tasks, then the task that takes all of their values.</summary>
    public static Dag Fan(int width, VertexBody body)
    {
        var branches = Enumerable.Range(0, width).Select(_ => ((VertexBody?)body, new[] { 1 }));
        return new Dag([(null, []), (new StepBody(), [0]), .. branches, (new SumBody(), [.. Enumerable.Range(2, width)])]);
    }

    public static Dag Diamond() =>
        new([(null, []), (new StepBody(), [0]), (new StepBody(), [1]), (new StepBody(), [1]), (new CellBody(), [2, 3])]);

    /// <summary>A square in which each task takes the values above and to the left of it; on the upper and left edge, the only one there is.</summary>
    public static Dag Wavefront(int side)
    {
        var step = new StepBody();
        var cell = new CellBody();
        var vertices = new List<(VertexBody?, int[])> { (null, []) };
        for (var row = 0; row < side; row++)
        {
            for (var column = 0; column < side; column++)
            {
                var index = vertices.Count;
                vertices.Add((row, column) switch
                {
                    (0, 0) => (step, [0]),
                    (0, _) => (step, [index - 1]),
                    (_, 0) => (step, [index - side]),
                    _ => (cell, [index - side, index - 1]),
                });
            }
        }

        return new Dag(vertices);
    }

    /// <summary>Layers of tasks, each fed by three of the layer above; the output takes every task that feeds no other.</summary>
    public static Dag Layered(RandomLayers layers)
    {
        var step = new StepBody();
        var mix = new MixBody();
        var vertices = new List<(VertexBody?, int[])> { (null, []) };
        vertices.AddRange(Enumerable.Range(0, layers.Width).Select(_ => ((VertexBody?)step, new[] { 0 })));
        vertices.AddRange(layers.Parents.Select(parents => ((VertexBody?)mix, parents.Select(parent => parent + 1).ToArray())));
        vertices.Add((new SumBody(), [.. layers.Leaves.Select(leaf => leaf + 1)]));
        return new Dag(vertices);
    }
}
