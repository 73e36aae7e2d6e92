namespace Graflow.Bench.Floors;

/// <summary>Every vertex a <see cref="Task.Run(Func{Task})"/> that awaits its parents' tasks.</summary>
internal sealed class TaskRunGraph(Dag dag)
{
    private readonly int[] _values = new int[dag.Count];
    private readonly Task[] _tasks = new Task[dag.Count];

    public async ValueTask<double> RunAsync(int input)
    {
        _values[0] = input;
        _tasks[0] = Task.CompletedTask;
        for (var v = 1; v < dag.Count; v++)
        {
            var vertex = v;
            _tasks[v] = Task.Run(() => ExecuteAsync(vertex));
        }

        await _tasks[dag.Output];
        return _values[dag.Output];
    }

    private async Task ExecuteAsync(int vertex)
    {
        for (var i = 0; i < dag.InDegrees[vertex]; i++)
        {
            await _tasks[dag.Parents(vertex)[i]];
        }

        dag.Execute(vertex, _values);
    }
}
