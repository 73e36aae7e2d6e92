using System.Threading.Tasks.Dataflow;

namespace Graflow.Bench.Floors;

/// <summary>One task that runs again and again, from a start to an end.</summary>
internal static class LoopFloors
{
    public static async ValueTask<double> AwaitAsync(ILoopBody body, int start)
    {
        var x = start;
        bool more;
        do
        {
            (more, x) = await InvokeAsync(body, x);
        }
        while (more);
        return x;
    }

    /// <summary>What a scheduler does with a task that becomes ready again: it stays where it is.</summary>
    public static async ValueTask<double> ScheduleAsync(ILoopBody body, int start)
    {
        var run = new LoopWorkItem(body, start);
        ThreadPool.UnsafeQueueUserWorkItem(run, preferLocal: true);
        return await run.Completion;
    }

    public static async ValueTask<double> TaskRunAsync(ILoopBody body, int start)
    {
        var x = start;
        while (await Task.Run(() => body.Invoke(ref x)))
        {
        }

        return x;
    }

    public static async ValueTask<double> DataflowAsync(ILoopBody body, int start)
    {
        var completion = new TaskCompletionSource<double>();
        ActionBlock<int> block = null!;
        block = new ActionBlock<int>(
            x =>
            {
                if (body.Invoke(ref x))
                {
                    block.Post(x);
                }
                else
                {
                    completion.SetResult(x);
                }
            },
            new ExecutionDataflowBlockOptions { SingleProducerConstrained = true });
        block.Post(start);
        return await completion.Task;
    }

#pragma warning disable CS1998 // An async method whose body never waits: the cost under measurement.
    private static async ValueTask<(bool More, int Value)> InvokeAsync(ILoopBody body, int x) => (body.Invoke(ref x), x);
#pragma warning restore CS1998
}
