using Graflow.Bench.Floors;

namespace Graflow.Bench.InProcess;

/// <summary>The workloads' graphs in the language; the same graphs as <see cref="DagShapes"/>.</summary>
internal static class BenchFlows
{
    public static IExecutable<int, int> Chain(int length)
    {
        IExecutable<int, int> chain = BenchTasks.Tasks.Step.As("n0");
        for (var i = 1; i < length; i++)
        {
            chain = chain >> BenchTasks.Tasks.Step.As($"n{i}");
        }

        return chain;
    }

    public static IExecutable<int, int> Fan(int width, Func<string, IExecutable<int, int>> branch) =>
        BenchTasks.Tasks.Step.As("in") >> Flow.Parallel(Enumerable.Range(0, width).Select(i => branch($"b{i}"))) >> BenchTasks.Tasks.Sum;

    public static IExecutable<int, int> Diamond() =>
        BenchTasks.Tasks.Step.As("top") >> (BenchTasks.Tasks.Step.As("left") | BenchTasks.Tasks.Step.As("right")) >> BenchTasks.Tasks.Cell;

    public static IExecutable<int, int> Wavefront(int side)
    {
        var cells = new IExecutable<int, int>[side, side];
        for (var row = 0; row < side; row++)
        {
            for (var column = 0; column < side; column++)
            {
                var name = $"r{row}c{column}";
                cells[row, column] = (row, column) switch
                {
                    (0, 0) => BenchTasks.Tasks.Step.As(name),
                    (0, _) => cells[row, column - 1] >> BenchTasks.Tasks.Step.As(name),
                    (_, 0) => cells[row - 1, column] >> BenchTasks.Tasks.Step.As(name),
                    _ => (cells[row - 1, column] | cells[row, column - 1]) >> BenchTasks.Tasks.Cell.As(name),
                };
            }
        }

        return cells[side - 1, side - 1];
    }

    public static IExecutable<int, int> Layered(RandomLayers layers)
    {
        List<IExecutable<int, int>> nodes = [.. Enumerable.Range(0, layers.Width).Select(i => BenchTasks.Tasks.Step.As($"n{i}"))];
        foreach (var parents in layers.Parents)
        {
            nodes.Add((nodes[parents[0]] | nodes[parents[1]] | nodes[parents[2]]) >> BenchTasks.Tasks.Mix.As($"n{nodes.Count}"));
        }

        return Flow.Parallel(layers.Leaves.Select(leaf => nodes[leaf])) >> BenchTasks.Tasks.Sum;
    }
}
