namespace Graflow.Bench.Floors;

/// <summary>Starts many runs from two threads, so that all are under way at once, then awaits them all.</summary>
internal sealed class ManyRuns(int runs)
{
    private const int Starters = 2;
    private readonly ValueTask<int>[] _started = new ValueTask<int>[runs];

    /// <summary>The sum of the runs' results.</summary>
    public async ValueTask<double> RunAsync(Func<int, ValueTask<int>> start)
    {
        await Task.WhenAll(Enumerable.Range(0, Starters).Select(starter => Task.Run(() => Start(start, starter))));
        var sum = 0.0;
        for (var i = 0; i < _started.Length; i++)
        {
            sum += await _started[i];
        }

        return sum;
    }

    private void Start(Func<int, ValueTask<int>> start, int starter)
    {
        for (var i = starter; i < _started.Length; i += Starters)
        {
#pragma warning disable CA2012 // Each is awaited once, by the loop above; a task for each would be the harness's own allocation.
            _started[i] = start(i);
#pragma warning restore CA2012
        }
    }
}
