namespace Graflow.Bench.Floors;

/// <summary>The tasks in order, each awaited, on one thread: what it costs not to schedule at all.</summary>
internal sealed class AwaitLoop(Dag dag)
{
    private readonly int[] _values = new int[dag.Count];

    public async ValueTask<double> RunAsync(int input)
    {
        _values[0] = input;
        for (var v = 1; v < dag.Count; v++)
        {
            _values[v] = await InvokeAsync(v);
        }

        return _values[dag.Output];
    }

#pragma warning disable CS1998 // An async method whose body never waits: the cost under measurement.
    private async ValueTask<int> InvokeAsync(int vertex) => dag.Bodies[vertex]!.Invoke(_values, dag.Parents(vertex));
#pragma warning restore CS1998
}
