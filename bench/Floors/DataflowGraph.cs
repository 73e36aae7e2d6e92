using System.Threading.Tasks.Dataflow;

namespace Graflow.Bench.Floors;

/// <summary>An action block for each vertex, built once: it counts its parents' messages, runs the body, and posts to its children.</summary>
internal sealed class DataflowGraph
{
    private readonly Dag _dag;
    private readonly int[] _values;
    private readonly int[] _arrived;
    private readonly ActionBlock<int>[] _blocks;
    private TaskCompletionSource<double> _completion = new();

    public DataflowGraph(Dag dag)
    {
        _dag = dag;
        _values = new int[dag.Count];
        _arrived = new int[dag.Count];
        _blocks = [.. Enumerable.Range(0, dag.Count).Select(CreateBlock)];
    }

    public async ValueTask<double> RunAsync(int input)
    {
        _completion = new TaskCompletionSource<double>();
        _values[0] = input;
        PostToChildren(0);
        return await _completion.Task;
    }

    private ActionBlock<int> CreateBlock(int vertex) =>
        new(_ => Arrive(vertex), new ExecutionDataflowBlockOptions { SingleProducerConstrained = _dag.InDegrees[vertex] == 1 });

    /// <summary>A block handles one message at a time, so the count needs no lock.</summary>
    private void Arrive(int vertex)
    {
        if (++_arrived[vertex] < _dag.InDegrees[vertex])
        {
            return;
        }

        _arrived[vertex] = 0;
        _dag.Execute(vertex, _values);
        if (vertex == _dag.Output)
        {
            _completion.SetResult(_values[vertex]);
            return;
        }

        PostToChildren(vertex);
    }

    private void PostToChildren(int vertex)
    {
        foreach (var child in _dag.Children(vertex))
        {
            _blocks[child].Post(vertex);
        }
    }
}
