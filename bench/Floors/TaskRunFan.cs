namespace Graflow.Bench.Floors;

/// <summary>A fan of <see cref="Task.Run(Action)"/> and one <see cref="Task.WhenAll(Task[])"/>.</summary>
internal sealed class TaskRunFan(Dag dag)
{
    private readonly int[] _values = new int[dag.Count];

    public async ValueTask<double> RunAsync(int input)
    {
        _values[0] = input;
        dag.Execute(1, _values);
        var branches = new Task[dag.Count - 3];
        for (var i = 0; i < branches.Length; i++)
        {
            var vertex = i + 2;
            branches[i] = Task.Run(() => dag.Execute(vertex, _values));
        }

        await Task.WhenAll(branches);
        dag.Execute(dag.Output, _values);
        return _values[dag.Output];
    }
}
