using System.Threading.Tasks.Dataflow;

namespace Graflow.Bench.Floors;

/// <summary>A fan as data parallelism: one block with two workers takes every branch, another waits for all of them.</summary>
internal sealed class DataflowFan
{
    private readonly Dag _dag;
    private readonly int[] _values;
    private readonly ActionBlock<int> _branches;
    private TaskCompletionSource<double> _completion = new();
    private int _waiting;

    public DataflowFan(Dag dag)
    {
        _dag = dag;
        _values = new int[dag.Count];
        _branches = new ActionBlock<int>(Execute, new ExecutionDataflowBlockOptions { MaxDegreeOfParallelism = 2, SingleProducerConstrained = true });
    }

    public async ValueTask<double> RunAsync(int input)
    {
        _completion = new TaskCompletionSource<double>();
        _waiting = _dag.Count - 3;
        _values[0] = input;
        _dag.Execute(1, _values);
        foreach (var branch in _dag.Children(1))
        {
            _branches.Post(branch);
        }

        return await _completion.Task;
    }

    private void Execute(int vertex)
    {
        _dag.Execute(vertex, _values);
        if (Interlocked.Decrement(ref _waiting) == 0)
        {
            _dag.Execute(_dag.Output, _values);
            _completion.SetResult(_values[_dag.Output]);
        }
    }
}
