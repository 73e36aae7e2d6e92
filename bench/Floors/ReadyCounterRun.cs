using System.Threading.Tasks.Sources;

namespace Graflow.Bench.Floors;

/// <summary>A minimal scheduler: a counter for each vertex; whoever brings one to zero goes on with that vertex and offers the others to the pool. One run at a time, reused.</summary>
internal sealed class ReadyCounterRun : IValueTaskSource<int>
{
    private readonly Dag _dag;
    private readonly int[] _values;
    private readonly int[] _waiting;
    private readonly VertexWorkItem?[] _workItems;
    private ManualResetValueTaskSourceCore<int> _completion;

    public ReadyCounterRun(Dag dag)
    {
        _dag = dag;
        _values = new int[dag.Count];
        _waiting = new int[dag.Count];
        _workItems = [.. Enumerable.Range(0, dag.Count).Select(vertex => dag.InDegrees[vertex] == 0 ? null : new VertexWorkItem(this, vertex))];
    }

    public ValueTask<int> RunAsync(int input)
    {
        _completion.Reset();
        _dag.InDegrees.CopyTo(_waiting, 0);
        _values[0] = input;
        var run = new ValueTask<int>(this, _completion.Version);
        if (Settle(0) is var first and not 0)
        {
            Advance(first);
        }

        return run;
    }

    /// <summary>Runs a ready vertex, then what becomes ready by it, and so on.</summary>
    public void Advance(int vertex)
    {
        while (vertex != 0)
        {
            _dag.Execute(vertex, _values);
            if (vertex == _dag.Output)
            {
                _completion.SetResult(_values[vertex]);
                return;
            }

            vertex = Settle(vertex);
        }
    }

    public int GetResult(short token) => _completion.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _completion.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _completion.OnCompleted(continuation, state, token, flags);

    /// <summary>Counts down the vertex's children; returns one that became ready, or 0, and offers the others to the pool.</summary>
    private int Settle(int vertex)
    {
        var next = 0;
        foreach (var child in _dag.Children(vertex))
        {
            if (_dag.InDegrees[child] != 1 && Interlocked.Decrement(ref _waiting[child]) != 0)
            {
                continue;
            }

            if (next == 0)
            {
                next = child;
            }
            else
            {
                ThreadPool.UnsafeQueueUserWorkItem(_workItems[child]!, preferLocal: true);
            }
        }

        return next;
    }
}
