using System.Collections.Immutable;
using System.Diagnostics;
using Graflow.Bench.Harness;
using Graflow.Generators;
using Graflow.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Bench.Generator;

/// <summary>What an editor waits for after a keystroke: all analyzers over the file that was edited, in a project of a thousand tasks and a thousand edges, beside an analyzer without rules.</summary>
internal static class AnalyzerWorkload
{
    public static Workload Create()
    {
        var project = new GeneratorProject(SampleProject.FlowFiles());
        return new Workload("analyzers-1000", Meter.Reported("ms"), [Typing("roslyn", [new NoRulesAnalyzer()], mistakes: 0), Typing("graflow", All(), mistakes: 1)])
        {
            Floor = "roslyn",
            Rounds = 15,
            Bounds = [new Bound("graflow - roslyn <= 50 ms", Difference, static value => value <= 50)],
        };

        Peer Typing(string name, ImmutableArray<DiagnosticAnalyzer> analyzers, int mistakes)
        {
            var driver = GeneratorProject.CreateDriver(new GraflowGenerator());
            var keystroke = 0;
            return new Peer(name, 1, async () =>
            {
                var (edited, path) = project.WithFlowEdit(++keystroke);
                driver = driver.RunGeneratorsAndUpdateCompilation(edited, out var compilation, out _);
                return await MeasureAsync(compilation, path, analyzers, mistakes);
            });
        }
    }

    /// <summary>Of the two peers in one round, so that noise which outlasts a round hits both.</summary>
    private static double Difference(WorkloadResult result) =>
        Statistics.Median([.. result["graflow"].Values.Zip(result["roslyn"].Values, static (mine, theirs) => mine - theirs)]);

    private static ImmutableArray<DiagnosticAnalyzer> All() =>
    [
        .. typeof(TaskAnalyzer).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static async Task<double> MeasureAsync(Compilation compilation, string path, ImmutableArray<DiagnosticAnalyzer> analyzers, int mistakes)
    {
        var tree = compilation.SyntaxTrees.First(tree => tree.FilePath == path);
        var analysis = compilation.WithAnalyzers(analyzers);
        var start = Stopwatch.GetTimestamp();
        var found = await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, CancellationToken.None);
        var elapsed = Stopwatch.GetElapsedTime(start);
        return found.Count(static problem => problem.Id == "GRF101") == mistakes
            ? elapsed.TotalMilliseconds
            : throw new WrongResultException($"The cycle in {path} was reported otherwise than {mistakes} times: {string.Join("; ", found)}");
    }
}
