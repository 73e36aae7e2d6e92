using BenchmarkDotNet.Attributes;
using Graflow.Bench.InProcess;

namespace Graflow.Bench.Micro;

/// <summary>What it costs to write a flow, and to run it for the first time, which compiles its plan.</summary>
[MemoryDiagnoser]
public class CompositionBenchmarks
{
    private static readonly WorkflowEngine Engine = new();

    [Params(10, 1_000)]
    public int Length { get; set; }

    [Benchmark]
    public object Compose() => BenchFlows.Chain(Length);

    [Benchmark]
    public Task<int> ComposeCompileAndRun() => Engine.RunAsync(BenchFlows.Chain(Length), 0, GraflowPeer.Options);
}
