using System.Threading.Tasks.Dataflow;

namespace Graflow.Bench.Floors;

/// <summary>A fan of bodies that wait once; the value is the sum in branch order.</summary>
internal sealed class AsyncFanFloors(int width)
{
    private readonly int[] _values = new int[width];

    /// <summary>What a branch computes.</summary>
    public static async Task<int> YieldAsync(int x)
    {
        await Task.Yield();
        return Bodies.Step(x);
    }

    public async ValueTask<double> AwaitAsync(int input)
    {
        var x = Bodies.Step(input);
        for (var i = 0; i < width; i++)
        {
            _values[i] = await YieldAsync(x);
        }

        return Bodies.Sum(_values);
    }

    /// <summary>A scheduler over a pool starts the bodies where it is: each leaves at its first wait.</summary>
    public async ValueTask<double> ScheduleAsync(int input)
    {
        var run = new AsyncFanRun(_values);
        run.Start(Bodies.Step(input));
        await run.Completion;
        return Bodies.Sum(_values);
    }

    public async ValueTask<double> TaskRunAsync(int input)
    {
        var x = Bodies.Step(input);
        var branches = new Task<int>[width];
        for (var i = 0; i < width; i++)
        {
            branches[i] = Task.Run(() => YieldAsync(x));
        }

        return Bodies.Sum(await Task.WhenAll(branches));
    }

    public async ValueTask<double> DataflowAsync(int input)
    {
        var x = Bodies.Step(input);
        var block = new ActionBlock<int>(
            async i => _values[i] = await YieldAsync(x),
            new ExecutionDataflowBlockOptions { MaxDegreeOfParallelism = DataflowBlockOptions.Unbounded, SingleProducerConstrained = true });
        for (var i = 0; i < width; i++)
        {
            block.Post(i);
        }

        block.Complete();
        await block.Completion;
        return Bodies.Sum(_values);
    }
}
