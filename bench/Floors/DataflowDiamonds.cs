using System.Threading.Tasks.Dataflow;

namespace Graflow.Bench.Floors;

/// <summary>One network for all runs; each run is a message, and results leave in the order in which inputs came.</summary>
internal sealed class DataflowDiamonds
{
    private readonly TransformBlock<int, int> _top = new(Bodies.Step);
    private readonly BufferBlock<int> _results = new();

    public DataflowDiamonds()
    {
        var fork = new BroadcastBlock<int>(null);
        var left = new TransformBlock<int, int>(Bodies.Step, new ExecutionDataflowBlockOptions { SingleProducerConstrained = true });
        var right = new TransformBlock<int, int>(Bodies.Step, new ExecutionDataflowBlockOptions { SingleProducerConstrained = true });
        var join = new JoinBlock<int, int>();
        var bottom = new TransformBlock<Tuple<int, int>, int>(pair => Bodies.Cell(pair.Item1, pair.Item2), new ExecutionDataflowBlockOptions { SingleProducerConstrained = true });
        _top.LinkTo(fork);
        fork.LinkTo(left);
        fork.LinkTo(right);
        left.LinkTo(join.Target1);
        right.LinkTo(join.Target2);
        join.LinkTo(bottom);
        bottom.LinkTo(_results);
    }

    public async ValueTask<double> RunAsync(int runs, int input)
    {
        for (var i = 0; i < runs; i++)
        {
            _top.Post(input);
        }

        var sum = 0.0;
        for (var i = 0; i < runs; i++)
        {
            sum += await _results.ReceiveAsync();
        }

        return sum;
    }
}
