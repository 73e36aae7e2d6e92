using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Graflow.Bench.Micro;

/// <summary>BenchmarkDotNet over the small things: one run, one operator, one plan.</summary>
internal static class MicroBenchmarks
{
    /// <summary>In this process: a generated project of BenchmarkDotNet's own would have to obey this repository's build rules.</summary>
    public static void Run(string[] arguments)
    {
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromAssembly(typeof(MicroBenchmarks).Assembly).Run(arguments, config);
    }
}
