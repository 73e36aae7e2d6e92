using Graflow.Bench.Harness;

namespace Graflow.Bench.Generator;

/// <summary>What the generator costs an editor and a build.</summary>
internal sealed class GeneratorSuite : ISuite
{
    public string Name => "generator";

    public bool InQuick => true;

    /// <summary>Whole builds take too long for a quick look.</summary>
    public IReadOnlyList<(string Name, Func<Workload> Create)> Workloads(bool quick) =>
    [
        ("generate-1000-cold", GeneratorWorkloads.Cold),
        ("generate-1000-unrelated-edit", GeneratorWorkloads.UnrelatedEdit),
        ("analyzers-1000", AnalyzerWorkload.Create),
        .. quick ? Array.Empty<(string, Func<Workload>)>() : [("dotnet-build-1000", BuildWorkload.Create)],
    ];
}
