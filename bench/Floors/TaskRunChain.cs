namespace Graflow.Bench.Floors;

/// <summary>A chain, one awaited <see cref="Task.Run(Action)"/> after the other.</summary>
internal sealed class TaskRunChain(Dag dag)
{
    private readonly int[] _values = new int[dag.Count];

    public async ValueTask<double> RunAsync(int input)
    {
        _values[0] = input;
        for (var v = 1; v < dag.Count; v++)
        {
            var vertex = v;
            await Task.Run(() => dag.Execute(vertex, _values));
        }

        return _values[dag.Output];
    }
}
