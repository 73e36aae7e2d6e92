using BenchmarkDotNet.Attributes;
using Graflow.Bench.Floors;
using Graflow.Bench.InProcess;

namespace Graflow.Bench.Micro;

/// <summary>A run from start to result, on one thread.</summary>
[MemoryDiagnoser]
public class RunBenchmarks
{
    private static readonly WorkflowEngine Engine = new();
    private readonly IExecutable<int, int> _single = BenchFlows.Chain(1);
    private readonly IExecutable<int, int> _diamond = BenchFlows.Diamond();
    private readonly ReadyCounterRun _scheduler = new(DagShapes.Diamond());

    [Benchmark]
    public Task<int> OneTask() => Engine.RunAsync(_single, Bodies.Input, GraflowPeer.Options);

    [Benchmark]
    public Task<int> Diamond() => Engine.RunAsync(_diamond, Bodies.Input, GraflowPeer.Options);

    [Benchmark(Baseline = true)]
    public ValueTask<int> DiamondByScheduler() => _scheduler.RunAsync(Bodies.Input);
}
